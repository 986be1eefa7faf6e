using Xunit;

// Live tensors are counted for the whole process, and slowness is judged: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
