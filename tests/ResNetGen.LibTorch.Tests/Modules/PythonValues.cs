namespace ResNetGen.LibTorch.Tests.Modules;

/// <summary>What Python's torch 1.13.1 computed on a CPU; each array stands under the lines that made it.</summary>
internal static partial class PythonValues
{
    // torch.manual_seed(0); c = nn.Conv2d(2, 3, 3); c.weight[0]
    internal static readonly float[] ConvWeight =
    [
        -0.00176466047f, 0.126440972f, -0.193993598f, -0.173462495f, -0.0907817557f, 0.0632052943f,
        -0.00467001135f, 0.186885849f, -0.0209171716f, 0.0623697788f, -0.071232304f, -0.0463309065f,
        -0.225177795f, -0.156101391f, -0.0971619189f, 0.00873125345f, 0.0931814015f, 0.141426727f,
    ];

    // torch.manual_seed(0); c = nn.Conv2d(2, 3, 3); c.bias
    internal static readonly float[] ConvBias =
    [
        0.158035144f, -0.138782039f, 0.0439217091f,
    ];

    // torch.manual_seed(1); c = nn.Conv2d(4, 4, (1, 3), groups=2, bias=False); c.weight
    internal static readonly float[] GroupedConvWeight =
    [
        0.210355327f, -0.180191919f, -0.079143621f, 0.191619068f, -0.384340018f, 0.244833559f,
        -0.0839870125f, 0.20769383f, 0.0567534491f, -0.0499876179f, 0.113232121f, 0.0201396178f,
        0.149103791f, -0.159094781f, -0.0297648776f, -0.0367535055f, 0.059173122f, -0.00163087947f,
        0.356877089f, 0.127042845f, -0.152034223f, -0.246566191f, -0.068428807f, -0.176094115f,
    ];

    // torch.manual_seed(2); l = nn.Linear(5, 3); l.weight
    internal static readonly float[] LinearWeight =
    [
        0.102586389f, -0.106425337f, 0.122638799f, -0.0228427052f, 0.191044137f, 0.10646937f,
        -0.0514003523f, -0.361555517f, 0.102105305f, -0.395938158f, 0.0587763898f, 0.0297208615f,
        -0.0983415246f, 0.365685165f, 0.0298456121f,
    ];

    // torch.manual_seed(2); l = nn.Linear(5, 3); l.bias
    internal static readonly float[] LinearBias =
    [
        0.185449839f, 0.189258456f, -0.263825446f,
    ];

    // torch.manual_seed(3); t = torch.empty(4, 5); nn.init.kaiming_normal_(t, mode='fan_out', nonlinearity='relu')
    internal static readonly float[] KaimingNormal =
    [
        -0.0541956984f, 0.25447467f, -0.552969396f, 0.0505777448f, 0.739649773f, 0.369241953f,
        -0.117951885f, 0.0375002772f, 0.286100447f, 0.432254106f, 0.537677228f, -0.0237893779f,
        0.705637693f, 0.324689597f, 1.72279286f, -0.103809059f, 0.343027413f, 0.145122617f,
        0.23930487f, 0.956541479f,
    ];

    // torch.manual_seed(3); t = torch.empty(4, 5); nn.init.kaiming_uniform_(t, a=1)
    internal static readonly float[] KaimingUniform =
    [
        -0.767991662f, -0.611049354f, -0.331771404f, -0.732838452f, -0.0439748429f, -0.681464911f,
        0.421172768f, 0.377537459f, 0.146276712f, 0.600864947f, -0.0758619457f, 0.463968903f,
        -0.542464197f, -0.152643859f, -0.690666139f, -0.0628891289f, -0.502550244f, 0.695871115f,
        0.538063765f, 0.580724776f,
    ];

    // torch.manual_seed(3); t = torch.empty(4, 5); nn.init.xavier_normal_(t, gain=2)
    internal static readonly float[] XavierNormal =
    [
        -0.0722609311f, 0.33929956f, -0.737292528f, 0.0674369931f, 0.986199737f, 0.492322624f,
        -0.15726918f, 0.0500003695f, 0.381467283f, 0.576338828f, 0.716902971f, -0.0317191705f,
        0.940850258f, 0.432919472f, 2.29705715f, -0.138412073f, 0.457369864f, 0.193496823f,
        0.31907317f, 1.27538872f,
    ];

    // torch.manual_seed(3); t = torch.empty(4, 5); nn.init.xavier_uniform_(t)
    internal static readonly float[] XavierUniform =
    [
        -0.809534311f, -0.644102573f, -0.349717796f, -0.772479534f, -0.0463535562f, -0.718327105f,
        0.443955094f, 0.397959411f, 0.154189199f, 0.6333673f, -0.0799655095f, 0.489066184f,
        -0.571807444f, -0.160900757f, -0.728026032f, -0.0662909597f, -0.529734433f, 0.73351258f,
        0.567169011f, 0.612137675f,
    ];

    // torch.manual_seed(3); t = torch.empty(4, 5); nn.init.trunc_normal_(t)
    internal static readonly float[] TruncatedNormal =
    [
        -1.92973781f, -1.15758824f, -0.537136376f, -1.65978837f, -0.0679670945f, -1.40419018f,
        0.704681873f, 0.62072885f, 0.227866575f, 1.12738001f, -0.117430598f, 0.792151213f,
        -0.971003592f, -0.237970442f, -1.44334257f, -0.0972792432f, -0.876551032f, 1.4665072f,
        0.960171521f, 1.0704881f,
    ];

    // torch.manual_seed(3); t = torch.empty(4, 5); nn.init.trunc_normal_(t, std=0.02)
    internal static readonly float[] TruncatedNormalNarrow =
    [
        -0.0526091158f, -0.025008807f, -0.0113114342f, -0.0385512374f, -0.00142424775f, -0.03107596f,
        0.0149001125f, 0.013095852f, 0.00477865851f, 0.0243041646f, -0.00246112235f, 0.0167960636f,
        -0.0207423195f, -0.00499094138f, -0.0321127214f, -0.00203864416f, -0.0186448786f, 0.0327396356f,
        0.0205000192f, 0.0229930244f,
    ];

    // torch.manual_seed(3); t = torch.empty(4, 5); nn.init.normal_(t, 1, 2)
    internal static readonly float[] Normal =
    [
        0.846711397f, 1.71976304f, -0.564033628f, 1.14305544f, 3.09204555f, 2.04437399f,
        0.666381717f, 1.10606682f, 1.80921435f, 2.22259927f, 2.5207808f, 0.932713509f,
        2.99584484f, 1.91836095f, 5.87279415f, 0.706383646f, 1.97022796f, 1.41046882f,
        1.6768564f, 3.70550799f,
    ];

    // torch.manual_seed(3); t = torch.empty(4, 5); nn.init.uniform_(t, -3, 5)
    internal static readonly float[] Uniform =
    [
        -2.96589184f, -2.1554451f, -0.713260174f, -2.78436136f, 0.772914886f, -2.51906967f,
        3.17492676f, 2.94959497f, 1.75536966f, 4.1028533f, 0.608250618f, 3.39592505f,
        -1.80127287f, 0.211750507f, -2.56658459f, 0.675241947f, -1.5951581f, 4.59346294f,
        3.77854919f, 3.99884987f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); c = nn.Conv2d(4, 2, 3, stride=2, padding=1); c(x)
    internal static readonly float[] ConvOutput =
    [
        -0.173267022f, 0.640344322f, 0.0422951058f, 0.169434905f, -0.607421756f, -0.235048831f,
        0.313757867f, -0.0540252887f, -0.445917159f, -0.752635062f, -0.108699545f, -0.484876931f,
        1.15533435f, 1.33583653f, 0.177080631f, -0.288083375f, -0.389839828f, -0.427425981f,
        0.0638682395f, -0.319947034f, -0.37522921f, 0.216223747f, 0.124501914f, 0.426525682f,
        -0.586214721f, 0.311671376f, -0.322165698f, 0.0989848822f, 0.38667956f, 0.0432494767f,
        -0.183554307f, -0.125796512f, 0.00714065181f, -0.0378905162f, -0.240647286f, 0.576674402f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); c = nn.Conv2d(4, 4, 3, padding=2, dilation=2, groups=4, bias=False); c(x)[0, 0]
    internal static readonly float[] DilatedConvOutput =
    [
        -0.262692541f, 0.266875088f, -0.643341064f, 0.247195005f, 0.158820465f, -0.142729774f,
        -0.634346902f, 0.820966721f, -1.50996768f, 0.34001869f, 0.220669568f, 0.148319855f,
        0.053534314f, 0.407441199f, -0.849267602f, -0.401285678f, 0.719473898f, -0.914268553f,
        0.138191253f, -0.13530831f, -0.0890160054f, -0.386978626f, 1.0783937f, 0.260996491f,
        0.304952383f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); c = nn.Conv2d(4, 1, (2, 3), padding='same'); c(x)[1, 0]
    internal static readonly float[] SameConvOutput =
    [
        0.374925613f, -0.956653953f, -0.0331731625f, -0.364911258f, 0.33158052f, -0.524959028f,
        -0.760790944f, 0.512165487f, 0.35385415f, -0.127649501f, -0.663088202f, -0.901880205f,
        0.639681518f, -0.751882076f, 0.0582863092f, -0.5021438f, -0.124479175f, -0.262922049f,
        0.027540097f, -0.564809382f, -0.0138612799f, -0.0520720109f, 0.209103346f, -0.140850484f,
        -0.315209687f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); b = nn.BatchNorm2d(4); y = b(x); y[0, 1]
    internal static readonly float[] BatchNormOutput =
    [
        -0.158997655f, -0.76977849f, -0.203906894f, -0.374164253f, 0.783144474f, -0.607423723f,
        -0.850630343f, -0.428833216f, 1.14263713f, 2.1683228f, 0.267614096f, -0.203815714f,
        1.54875898f, 0.257315248f, -0.114542343f, -0.623102665f, -1.19138622f, -0.873264074f,
        0.593124688f, 0.756986797f, -0.823818922f, -1.94309926f, 1.29179621f, -0.0141235944f,
        2.48816562f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); b = nn.BatchNorm2d(4); y = b(x); b.running_mean
    internal static readonly float[] BatchNormMean =
    [
        -0.0277657993f, -0.00108131196f, 0.00110596919f, -0.0166085921f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); b = nn.BatchNorm2d(4); y = b(x); b.running_var
    internal static readonly float[] BatchNormVariance =
    [
        0.991305351f, 1.02295029f, 0.979326129f, 1.00533676f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); b = nn.BatchNorm2d(4); y = b(x); b.eval(); b(x)[0, 1]
    internal static readonly float[] BatchNormEvalOutput =
    [
        -0.182182282f, -0.84506321f, -0.230922297f, -0.41570279f, 0.840325475f, -0.668859541f,
        -0.932811856f, -0.475035042f, 1.23048306f, 2.34366059f, 0.280819863f, -0.230823353f,
        1.67124748f, 0.269642502f, -0.133934885f, -0.685875893f, -1.3026346f, -0.957376242f,
        0.634096801f, 0.811936438f, -0.903713405f, -2.11846924f, 1.39236557f, -0.0249503236f,
        2.6907866f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); g = nn.GroupNorm(2, 4); g(x)[0, 3]
    internal static readonly float[] GroupNormOutput =
    [
        -0.373865634f, -1.25251389f, -1.3275423f, 0.907209218f, 0.0751883835f, 0.680308878f,
        2.33420348f, -1.05020463f, -0.136373788f, 0.12625581f, 0.539443135f, 1.56019831f,
        -0.514413655f, 0.944496512f, 0.3236956f, -1.37464011f, -0.558747709f, -1.16718268f,
        -1.10121715f, -0.761147976f, 1.36572421f, -0.0844013467f, -1.47207427f, 2.64448929f,
        -0.29078576f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); l = nn.Linear(5, 3); l(x)[0, 0]
    internal static readonly float[] LinearOutput =
    [
        -0.366354793f, 0.0482189767f, -0.33182779f, -0.315926343f, 1.08308983f, 1.06436813f,
        -0.798421085f, 0.0905920342f, 0.379977047f, -0.805626512f, 0.58058548f, -0.68225503f,
        0.142475188f, -0.209242761f, 0.931200862f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.MaxPool2d(3, 2, 1)(x)[0, 0]
    internal static readonly float[] MaxPoolOutput =
    [
        1.26324677f, 1.26324677f, 0.150505453f, 1.51909697f, 1.51909697f, 0.0466952436f,
        1.51909697f, 1.51909697f, 0.767735481f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.AvgPool2d(2, 2, ceil_mode=True, count_include_pad=False)(x)[0, 0]
    internal static readonly float[] AvgPoolOutput =
    [
        -0.639584303f, -0.0692923367f, -0.048776526f, 0.116531044f, -0.168033019f, -0.960330725f,
        0.454714119f, 0.977734029f, -0.758832514f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.AdaptiveAvgPool2d((2, 3))(x)[0, 0]
    internal static readonly float[] AdaptiveAvgPoolOutput =
    [
        -0.248475075f, -0.10590484f, -0.422638178f, 0.229258731f, 0.360241264f, -0.310330898f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.ReflectionPad2d(1)(x)[0, 0, 0]
    internal static readonly float[] ReflectionPadOutput =
    [
        -2.60213518f, -0.278032333f, -2.60213518f, 0.624457479f, -0.868362904f, -0.205055282f,
        -0.868362904f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); F.interpolate(x, size=(3, 7), mode='bilinear', align_corners=False)[0, 0]
    internal static readonly float[] BilinearOutput =
    [
        -0.720288455f, -0.323102891f, 0.00645855768f, 0.0856395364f, -0.110615373f, -0.106645711f,
        0.0033164022f, 0.397560716f, 0.553197861f, 0.463173568f, -0.0537069328f, 0.0180088747f,
        -0.730651617f, -1.76711357f, 0.0529235676f, 0.224342987f, 0.414673626f, 0.569088876f,
        0.528917849f, 0.0543120801f, -0.557070911f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); F.interpolate(x, scale_factor=(1.5, 0.5))[0, 0]
    internal static readonly float[] NearestOutput =
    [
        -0.941416502f, -0.18376939f, -0.941416502f, -0.18376939f, -0.278032333f, 0.624457479f,
        0.397560775f, -0.0537069812f, 0.397560775f, -0.0537069812f, -2.12045956f, -0.668198049f,
        1.13961565f, 1.18773258f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); torch.manual_seed(5); F.dropout(x, 0.3)[0, 0]
    internal static readonly float[] DropoutOutput =
    [
        -1.3448807f, 1.80463827f, -0.262527704f, 0.215007797f, 0.153574616f, -0f,
        -3.71733618f, 0f, -0f, -0.292936116f, 0.56794399f, 0.957037151f,
        -0f, 0.0667074919f, -2.52444816f, -3.02922797f, 2.1701386f, -0.954568684f,
        0f, -0.219354019f, 1.62802243f, -0.328839213f, 1.69676089f, 1.09676504f,
        -0f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.ReLU6()(x * 4)[0, 0, 0]
    internal static readonly float[] Relu6Output =
    [
        0f, 5.0529871f, 0f, 0.602021813f, 0.430008918f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.SiLU()(x)[0, 0, 0]
    internal static readonly float[] SiluOutput =
    [
        -0.264174938f, 0.984807551f, -0.0834655836f, 0.0809050351f, 0.0566375181f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.GELU()(x)[0, 0, 0]
    internal static readonly float[] GeluOutput =
    [
        -0.163096413f, 1.13281608f, -0.0784874037f, 0.084255524f, 0.0583527125f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.GELU('tanh')(x)[0, 0, 0]
    internal static readonly float[] GeluTanhOutput =
    [
        -0.163228363f, 1.13259053f, -0.0784877539f, 0.0842553526f, 0.0583526716f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.Sigmoid()(x)[0, 0, 0]
    internal static readonly float[] SigmoidOutput =
    [
        0.280614316f, 0.779584467f, 0.454186529f, 0.537555516f, 0.526849687f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.LeakyReLU(0.2)(x)[0, 0, 0]
    internal static readonly float[] LeakyReluOutput =
    [
        -0.188283309f, 1.26324677f, -0.036753878f, 0.150505453f, 0.10750223f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); nn.Hardswish()(x)[0, 0, 0]
    internal static readonly float[] HardswishOutput =
    [
        -0.322997421f, 0.89758873f, -0.0862561539f, 0.0790280476f, 0.0556772351f,
    ];

    // torch.manual_seed(4); x = torch.randn(2, 4, 5, 5); F.softmax(x, 3)[0, 0, 0]
    internal static readonly float[] SoftmaxOutput =
    [
        0.0554477163f, 0.502755404f, 0.118283898f, 0.16523397f, 0.158278987f,
    ];

    // torch.manual_seed(6); x = torch.randn(4, 3); y = torch.tensor([0, 2, -100, 1]); torch.stack([F.cross_entropy(x, y), F.cross_entropy(x, y, reduction='sum'), F.cross_entropy(x, y, label_smoothing=0.1), F.cross_entropy(x, y, weight=torch.tensor([1., 2., 3.])), F.nll_loss(F.log_softmax(x, 1), y), F.mse_loss(x, x * 2)])
    internal static readonly float[] CrossEntropies =
    [
        1.47820985f, 4.43462944f, 1.47230709f, 1.08739626f, 1.47820985f, 1.28817475f,
    ];

    // torch.manual_seed(8); n = nn.Sequential(nn.Conv2d(2, 3, 3, padding=1, bias=False), nn.BatchNorm2d(3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3, 4))
    // o = torch.optim.SGD(n.parameters(), lr=0.1); x = torch.randn(8, 2, 6, 6); y = torch.arange(8) % 4
    // for _ in range(3): o.zero_grad(); F.cross_entropy(n(x), y).backward(); o.step()
    // torch.cat([p.flatten() for p in n.parameters()])
    internal static readonly float[] SgdPlain =
    [
        0.045366548f, 0.16122821f, 0.20992291f, -0.0970430374f, 0.00622828305f, 0.0681714043f,
        0.186685637f, -0.229547173f, 0.0361795016f, -0.17880249f, 0.197283655f, 0.0823900253f,
        -0.14307937f, -0.183939472f, -0.236383453f, 0.184574261f, 0.142749488f, -0.115589865f,
        -0.0168941841f, -0.154998839f, -0.153785706f, 0.00886024907f, -0.193120688f, 0.0424324572f,
        0.139116719f, -0.198230237f, -0.0653931051f, -0.0115786856f, 0.059874218f, -0.0218581054f,
        -0.192318708f, -0.0868482068f, -0.23473832f, -0.0356607959f, -0.0889651924f, 0.209961087f,
        -0.0238434989f, 0.128969476f, -0.229819342f, -0.0448891297f, 0.165117651f, 0.136847556f,
        0.0548503362f, -0.143950149f, 0.108810358f, 0.216993675f, -0.0186703894f, 0.120198421f,
        -0.161825597f, 0.0901164711f, 0.0125151491f, 0.202578917f, 0.127360836f, 0.227787778f,
        0.996545076f, 0.999348819f, 0.991286278f, -0.00334117282f, 0.000701784447f, -0.00835978892f,
        -0.111832961f, -0.012821977f, -0.0850826502f, -0.0922099054f, -0.476047903f, -0.41293025f,
        -0.152467459f, -0.385316193f, -0.515795112f, -0.26335445f, 0.0259888433f, -0.562470555f,
        0.123797528f, 0.533744276f, -0.165871307f, -0.304185659f,
    ];

    // torch.manual_seed(8); n = nn.Sequential(nn.Conv2d(2, 3, 3, padding=1, bias=False), nn.BatchNorm2d(3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3, 4))
    // o = torch.optim.SGD(n.parameters(), lr=0.1, momentum=0.9, weight_decay=0.01); x = torch.randn(8, 2, 6, 6); y = torch.arange(8) % 4
    // for _ in range(3): o.zero_grad(); F.cross_entropy(n(x), y).backward(); o.step()
    // torch.cat([p.flatten() for p in n.parameters()])
    internal static readonly float[] SgdMomentum =
    [
        0.0445124023f, 0.158910155f, 0.208432749f, -0.0976639912f, 0.00601012353f, 0.0678879693f,
        0.184424728f, -0.228723809f, 0.0351949297f, -0.178168446f, 0.196376815f, 0.0794265121f,
        -0.143851444f, -0.183869198f, -0.236347064f, 0.182955772f, 0.141067177f, -0.114905111f,
        -0.0181772131f, -0.153138265f, -0.151756927f, 0.0120475041f, -0.198676765f, 0.0418005548f,
        0.140929565f, -0.199345976f, -0.0678591058f, -0.011680996f, 0.054864727f, -0.019456476f,
        -0.186238393f, -0.0879012495f, -0.234097824f, -0.035458032f, -0.0865315422f, 0.2055967f,
        -0.0222102478f, 0.127689078f, -0.228489146f, -0.0469465815f, 0.165528044f, 0.136816338f,
        0.0548898689f, -0.141104698f, 0.10839542f, 0.216745704f, -0.0208904091f, 0.112226374f,
        -0.162996709f, 0.0865601897f, 0.00653450238f, 0.199929044f, 0.126544282f, 0.231025368f,
        0.987847388f, 0.99315989f, 0.977962673f, -0.00632739905f, 0.00124047743f, -0.0158389118f,
        -0.121297583f, -0.0126060694f, -0.0966347605f, -0.106034726f, -0.481653959f, -0.425653607f,
        -0.13886863f, -0.372073829f, -0.490570843f, -0.250189364f, 0.0228909273f, -0.554584086f,
        0.10506963f, 0.501526177f, -0.141965345f, -0.278196454f,
    ];

    // p = nn.Parameter(torch.linspace(-1, 1, 37)); o = torch.optim.SGD([p], lr=0.1, momentum=0.9, weight_decay=0.01)
    // for i in range(3): o.zero_grad(); (p * p * (i + 1)).sum().backward(); o.step()
    internal static readonly float[] SgdExactMomentum =
    [
        0.332386404f, 0.313920468f, 0.295454621f, 0.276988596f, 0.258522749f, 0.240056813f,
        0.221590936f, 0.203125f, 0.184659109f, 0.166193202f, 0.147727311f, 0.129261374f,
        0.110795498f, 0.0923295543f, 0.0738636553f, 0.0553977489f, 0.0369318202f, 0.0184659064f,
        -2.47647169e-09f, -0.0184659138f, -0.0369318277f, -0.0553977489f, -0.0738636553f, -0.0923295543f,
        -0.110795468f, -0.129261389f, -0.147727281f, -0.166193202f, -0.184659079f, -0.203125f,
        -0.221590936f, -0.240056813f, -0.258522749f, -0.276988596f, -0.295454621f, -0.313920468f,
        -0.332386404f,
    ];

    // p = nn.Parameter(torch.linspace(-1, 1, 37)); o = torch.optim.SGD([p], lr=0.05, momentum=0.9, weight_decay=0.01, nesterov=True)
    // for i in range(3): o.zero_grad(); (p * p * (i + 1)).sum().backward(); o.step()
    internal static readonly float[] SgdExactNesterov =
    [
        0.0246986151f, 0.0233264808f, 0.021954352f, 0.0205821805f, 0.0192100517f, 0.0178379174f,
        0.0164657701f, 0.0150935929f, 0.01372144f, 0.0123493075f, 0.010977176f, 0.00960502587f,
        0.00823287852f, 0.00686071999f, 0.00548858801f, 0.00411643926f, 0.0027442954f, 0.00137214584f,
        -1.84019022e-10f, -0.00137214584f, -0.002744294f, -0.00411643926f, -0.00548858801f, -0.00686071999f,
        -0.00823288504f, -0.00960503146f, -0.0109771816f, -0.0123493075f, -0.0137214456f, -0.0150935929f,
        -0.0164657701f, -0.0178379174f, -0.0192100517f, -0.0205821805f, -0.021954352f, -0.0233264808f,
        -0.0246986151f,
    ];

    // p = nn.Parameter(torch.linspace(-1, 1, 37)); o = torch.optim.SGD([p], lr=0.05, momentum=0.8, dampening=0.3, weight_decay=0.1, maximize=True)
    // for i in range(3): o.zero_grad(); (p * p * (i + 1)).sum().backward(); o.step()
    internal static readonly float[] SgdExactDampened =
    [
        -1.77351797f, -1.67498922f, -1.5764606f, -1.47793174f, -1.379403f, -1.28087401f,
        -1.18234527f, -1.08381653f, -0.985287786f, -0.886758983f, -0.7882303f, -0.689701498f,
        -0.591172755f, -0.492643893f, -0.39411515f, -0.295586377f, -0.197057545f, -0.0985287651f,
        1.32137385e-08f, 0.0985287949f, 0.197057575f, 0.295586377f, 0.39411515f, 0.492643893f,
        0.591172636f, 0.689701438f, 0.788230181f, 0.886758983f, 0.985287726f, 1.08381653f,
        1.18234527f, 1.28087401f, 1.379403f, 1.47793174f, 1.5764606f, 1.67498922f,
        1.77351797f,
    ];

    // p = nn.Parameter(torch.zeros(1)); o = torch.optim.SGD([p], lr=0.1); s = torch.optim.lr_scheduler.StepLR(o, 3, 0.5); r = []
    // for _ in range(8): r.append(o.param_groups[0]['lr']); o.step(); s.step()
    internal static readonly double[] StepRates =
    [
        0.1, 0.1, 0.1, 0.05, 0.05, 0.05,
        0.025, 0.025,
    ];

    // p = nn.Parameter(torch.zeros(1)); o = torch.optim.SGD([p], lr=0.1); s = torch.optim.lr_scheduler.MultiStepLR(o, [2, 5, 5], 0.1); r = []
    // for _ in range(8): r.append(o.param_groups[0]['lr']); o.step(); s.step()
    internal static readonly double[] MultiStepRates =
    [
        0.1, 0.1, 0.010000000000000002, 0.010000000000000002, 0.010000000000000002, 0.00010000000000000005,
        0.00010000000000000005, 0.00010000000000000005,
    ];

    // p = nn.Parameter(torch.zeros(1)); o = torch.optim.SGD([p], lr=0.1); s = torch.optim.lr_scheduler.CosineAnnealingLR(o, 5, 0.01); r = []
    // for _ in range(9): r.append(o.param_groups[0]['lr']); o.step(); s.step()
    internal static readonly double[] CosineRates =
    [
        0.1, 0.09140576474687263, 0.06890576474687263, 0.04109423525312736, 0.018594235253127367, 0.01,
        0.018594235253127367, 0.04109423525312739, 0.06890576474687267,
    ];

    // p = nn.Parameter(torch.zeros(1)); o = torch.optim.SGD([p], lr=0.1); s = torch.optim.lr_scheduler.LinearLR(o, 0.25, 1.0, 4); r = []
    // for _ in range(8): r.append(o.param_groups[0]['lr']); o.step(); s.step()
    internal static readonly double[] LinearRates =
    [
        0.025, 0.043750000000000004, 0.06250000000000001, 0.08125000000000002, 0.10000000000000002, 0.10000000000000002,
        0.10000000000000002, 0.10000000000000002,
    ];
}
