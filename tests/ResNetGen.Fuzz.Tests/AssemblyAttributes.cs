using Xunit;

// A run has a thread of its own, and bytes are counted for it: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
