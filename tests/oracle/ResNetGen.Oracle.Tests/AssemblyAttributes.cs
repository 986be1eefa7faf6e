using Xunit;

// The seed is the whole process's, and torch uses every core: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
