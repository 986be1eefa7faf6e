using ResNetGen.Package.Tests.Support;

[assembly: AssemblyFixture(typeof(PackedHouse))]
// Every test builds programs, which keeps all cores busy by itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
