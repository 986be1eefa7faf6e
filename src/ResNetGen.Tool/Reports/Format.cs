namespace ResNetGen.Tool.Reports;

/// <summary>How results are printed.</summary>
internal enum Format
{
    Table,
    Json,
    Md,
    Csv,
}
