// Grad mode, seeds, thread counts and live-tensor counts are process- or thread-wide: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
