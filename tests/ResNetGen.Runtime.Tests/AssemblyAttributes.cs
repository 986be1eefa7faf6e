using Xunit;

// Live tensors are counted for the whole process, and torch uses every core: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
