namespace ResNetGen.Tool.Tests.Stdout;

/// <summary>The lines whose output is committed: each verb with each of its formats; they run in a folder of examples.</summary>
internal static class VerbLines
{
    /// <summary>The lines of each verb, in the order that they run.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new SortedDictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["list"] =
        [
            "resnetgen list detection --format table",
            "resnetgen list 'cifar_resnet*_A' --format json | tail -n 16",
            "resnetgen list tracking --format md",
            "resnetgen list segmentation/resnet --format csv",
        ],
        ["summary"] =
        [
            "resnetgen summary my-net.resnet.yaml --batch 8",
            "resnetgen summary my-net.resnet.yaml --all --format table | tail -n 8",
            "resnetgen summary my-net.resnet.yaml --input 3x64x64 --format json | head -n 20",
            "resnetgen summary cifar_resnet1202_B --format md",
            "resnetgen summary my-net.resnet.yaml --format csv",
        ],
        ["keys"] =
        [
            "resnetgen keys ten-classes.resnet.yaml --format table | tail -n 3",
            "resnetgen keys my-net.resnet.yaml --format json | head -n 14",
            "resnetgen keys my-net.resnet.yaml --format md | head -n 8",
            "resnetgen keys my-net.resnet.yaml --format csv | head -n 7",
        ],
        ["probe"] =
        [
            // Numbers are compared with the published ones elsewhere: their last digits differ between machines.
            "resnetgen probe my-net.resnet.yaml --format table | sed 's/[0-9.]*E[+0-9]*$/.../'",
            "resnetgen probe my-net.resnet.yaml --format json | sed 's/: [0-9.]*\\(,\\?\\)$/: ...\\1/; s/-\\?[0-9]*\\.[0-9]*/.../'",
            "resnetgen probe my-net.resnet.yaml --format md | cut -d '|' -f 2",
            "resnetgen probe my-net.resnet.yaml --format csv | cut -d , -f 1",
        ],
        ["init"] =
        [
            "resnetgen init first",
            "resnetgen init small/none",
            "resnetgen init second --from resnet101d && cat second.resnet.yaml",
            "resnetgen check first.resnet.yaml second.resnet.yaml",
        ],
        ["check"] =
        [
            "resnetgen check my-net.resnet.yaml ten-classes.resnet.yaml --format table",
            "printf 'block: botleneck\\nstages: [{ blocks: 0 }]\\n' > bad.resnet.yaml; resnetgen check bad.resnet.yaml",
            "resnetgen check bad.resnet.yaml --format json",
            "resnetgen check bad.resnet.yaml --format md",
            "resnetgen check bad.resnet.yaml --format csv",
        ],
        ["diff"] =
        [
            "resnetgen diff my-net.resnet.yaml ten-classes.resnet.yaml --format table",
            "resnetgen diff my-net.resnet.yaml ten-classes.resnet.yaml --format md",
            "resnetgen diff my-net.resnet.yaml ten-classes.resnet.yaml --format json | head -n 24",
            "resnetgen diff my-net.resnet.yaml ten-classes.resnet.yaml --format csv",
            "sed 's/width: 16/width: 32/' my-net.resnet.yaml | resnetgen diff my-net.resnet.yaml -",
            "resnetgen diff my-net.resnet.yaml my-net.safetensors",
            "resnetgen diff resnet50 resnet50_gn",
        ],
        ["snapshot"] =
        [
            "resnetgen snapshot my-net.resnet.yaml",
            "cat my-net.resnet.lock",
            "resnetgen snapshot --check my-net.resnet.yaml",
            "sed -i 's/width: 16/width: 32/' my-net.resnet.yaml; resnetgen snapshot --check my-net.resnet.yaml",
            "resnetgen snapshot --check ten-classes.resnet.yaml",
            "resnetgen snapshot resnet50",
        ],
        ["export onnx"] =
        [
            "resnetgen export onnx my-net.resnet.yaml --fold-bn -o a.onnx && grep -a -o 'resnetgen[.a-z]*' a.onnx | sort -u | head -n 3",
            "resnetgen export onnx my-net.resnet.yaml --weights my-net.safetensors -o b.onnx",
            "resnetgen export onnx ten-classes.resnet.yaml --weights my-net.safetensors -o c.onnx; test ! -e c.onnx",
            "resnetgen export onnx my-net.resnet.yaml",
        ],
        ["export pytorch"] = ["resnetgen export pytorch my-net.resnet.yaml | head -n 24"],
        ["export svg"] = ["resnetgen export svg my-net.resnet.yaml | head -n 5 | cut -c -120"],
        ["export mermaid"] = ["resnetgen export mermaid my-net.resnet.yaml"],
        ["export dot"] = ["resnetgen export dot my-net.resnet.yaml | head -n 16"],
        ["schema"] = ["resnetgen schema | head -n 8"],
        ["emit"] = ["resnetgen emit my-net.resnet.yaml --namespace Demo.Nets | head -n 12"],
        ["weights inspect"] =
        [
            "resnetgen weights inspect my-net.safetensors --format table | head -n 12",
            "resnetgen weights inspect my-net.safetensors --stats --format json | head -n 36",
            "resnetgen weights inspect my-net.safetensors --format md | head -n 14",
            "resnetgen weights inspect my-net.safetensors --stats --format csv | head -n 4",
        ],
        ["weights verify"] =
        [
            "resnetgen weights verify my-net.resnet.yaml my-net.safetensors --format table",
            "resnetgen weights verify ten-classes.resnet.yaml my-net.safetensors",
            "resnetgen weights verify ten-classes.resnet.yaml my-net.safetensors --format json",
            "resnetgen weights verify ten-classes.resnet.yaml my-net.safetensors --format md",
            "resnetgen weights verify ten-classes.resnet.yaml my-net.safetensors --format csv",
            "resnetgen weights verify ten-classes.resnet.yaml my-net.safetensors --ignore-head",
        ],
        ["weights convert"] =
        [
            "resnetgen weights convert my-net.safetensors half.pth --dtype float16",
            "resnetgen weights inspect half.pth --stats --format csv | head -n 4",
            "resnetgen weights convert half.pth same.dat --spec my-net.resnet.yaml",
            "resnetgen weights verify my-net.resnet.yaml same.dat",
        ],
        // Errors and losses differ between machines in their last digits: they are left out.
        ["train"] =
        [
            "resnetgen train ten-classes.resnet.yaml --data synthetic:32,16 --batch-size 16 --iterations 2 --out runs/a 2> said | cut -c -68; grep -v -e '^step' -e '^folder' -e '^done' said",
            "printf 'extends: ten-classes.resnet.yaml\\nshortcut: none\\n' > plain.resnet.yaml; resnetgen train ten-classes.resnet.yaml plain.resnet.yaml --data synthetic:32,16 --epochs 1 --out runs/b --format table 2> said | cut -c -68; ls runs/b",
            "resnetgen train ten-classes.resnet.yaml --data synthetic:32,16 --iterations 1 --out runs/c --format json 2> said | sed 's/Error\\(.*\\): .*/Error\\1: .../'",
            "resnetgen train ten-classes.resnet.yaml --data synthetic:32,16 --iterations 1 --out runs/d --format md 2> said | cut -d '|' -f 2-8",
            "resnetgen train ten-classes.resnet.yaml --data synthetic:32,16 --iterations 1 --out runs/e --format csv 2> said | cut -d , -f 1-9",
            "resnetgen train ten-classes.resnet.yaml --data synthetic:32,16 --iterations 1 --out runs/a",
        ],
        ["evaluate"] =
        [
            "resnetgen evaluate ten-classes.resnet.yaml a.safetensors b.safetensors --data synthetic:10,20 --format table | cut -c -38",
            "resnetgen evaluate ten-classes.resnet.yaml=a.safetensors --data synthetic:10,20 --format json | sed 's/\\(loss\\|Error\\)\\(.*\\): .*/\\1\\2: .../'",
            "resnetgen evaluate ten-classes.resnet.yaml a.safetensors --data synthetic:10,20 --format md | cut -d '|' -f 1-4",
            "resnetgen evaluate ten-classes.resnet.yaml a.safetensors --data synthetic:10,20 --format csv | cut -d , -f 1-3",
        ],
        ["responses"] =
        [
            "resnetgen responses ten-classes.resnet.yaml a.safetensors b.safetensors --data synthetic:10,20 --svg r.svg --format table | cut -c -24 | head -n 12; head -c 4 r.svg; echo",
            "resnetgen responses ten-classes.resnet.yaml a.safetensors --data synthetic:10,20 --format json | head -n 8",
            "resnetgen responses ten-classes.resnet.yaml a.safetensors --data synthetic:10,20 --format md | cut -d '|' -f 1-3 | head -n 10",
            "resnetgen responses ten-classes.resnet.yaml a.safetensors --data synthetic:10,20 --format csv | cut -d , -f 1-3",
        ],
        ["compare"] =
        [
            "resnetgen compare runs/plain runs/residual --svg curves.svg --format table; grep -o 'residual, test' curves.svg",
            "resnetgen compare runs/plain --format json",
            "resnetgen compare runs/plain runs/residual --format md",
            "resnetgen compare runs/plain runs/residual --format csv",
            "resnetgen compare runs",
        ],
        ["data"] =
        [
            "resnetgen data synthetic:20,10 --format table",
            "resnetgen data synthetic:4,2 --format json | head -n 12",
            "resnetgen data synthetic:20,10 --format md",
            "resnetgen data synthetic:20,10 --format csv",
        ],
        ["completion"] =
        [
            "resnetgen completion bash",
            "resnetgen completion fish",
            "resnetgen completion pwsh",
            "resnetgen completion zsh",
        ],
        ["help"] = ["resnetgen help", "resnetgen help summary", "resnetgen help weights"],
    };
}
