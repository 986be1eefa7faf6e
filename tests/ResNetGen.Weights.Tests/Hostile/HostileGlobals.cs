using ResNetGen.Weights.Tests.Building;

namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>
/// What published bypasses of torch.load and of pickle scanners call: the advisories of picklescan and fickling, the lists of
/// scanners, and the Python community's older examples. Every one is refused by its name.
/// </summary>
internal static class HostileGlobals
{
    // Module and name; the argument is what would run.
    private static readonly string[] Names =
    [
        "os system", "os popen", "os execv", "os execve", "os spawnv", "os posix_spawn", "os remove", "os putenv", "os fork", "posix system", "posix popen",
        "nt system", "subprocess run", "subprocess Popen", "subprocess call", "subprocess check_output", "subprocess getoutput", "commands getoutput",
        "_posixsubprocess fork_exec", "_winapi CreateProcess", "pty spawn", "builtins eval", "builtins exec", "builtins compile", "builtins getattr",
        "builtins setattr", "builtins __import__", "builtins open", "builtins breakpoint", "builtins map", "builtins type", "builtins dict", "builtins print",
        "builtins globals", "builtins vars", "builtins input", "builtins help", "__builtin__ eval", "__builtin__ execfile", "__builtin__ apply",
        "__builtin__ globals", "importlib import_module", "importlib.util find_spec", "importlib.util module_from_spec", "imp load_source", "zipimport zipimporter",
        "pkgutil resolve_name", "runpy run_path", "runpy run_module", "runpy _run_code", "marshal loads", "types FunctionType", "types CodeType",
        "functools partial", "functools reduce", "functools partialmethod", "operator attrgetter", "operator methodcaller", "operator itemgetter", "_operator attrgetter",
        "_operator methodcaller", "copyreg _reconstructor", "copyreg __newobj__", "copy_reg _reconstructor", "copyreg add_extension", "pickle loads", "pickle load",
        "_pickle loads", "cPickle loads", "dill loads", "dill._dill _load_type", "cloudpickle loads", "joblib load", "joblib.numpy_pickle NumpyArrayWrapper",
        "shelve open", "socket socket", "socket create_connection", "ssl get_server_certificate", "http.client HTTPSConnection", "httplib HTTPSConnection",
        "urllib.request urlopen", "urllib.request urlretrieve", "requests.api get", "aiohttp.client ClientSession", "ftplib FTP", "smtplib SMTP", "telnetlib Telnet",
        "webbrowser open", "shutil rmtree", "shutil copyfile", "tempfile mktemp", "io open", "io FileIO", "_io FileIO", "codecs open", "pathlib Path.write_text",
        "pathlib PosixPath", "linecache getlines", "fileinput input", "glob glob", "sys exit", "sys modules", "sys settrace", "signal signal", "gc get_objects",
        "atexit register", "threading Thread", "_thread start_new_thread", "multiprocessing Process", "multiprocessing.util spawnv_passfds",
        "concurrent.futures ProcessPoolExecutor", "asyncio run", "asyncio create_subprocess_shell", "asyncio.unix_events _UnixSubprocessTransport._start",
        "ctypes CDLL", "ctypes WinDLL", "ctypes.util find_library", "cffi FFI", "pdb run", "pdb Pdb", "bdb Bdb.run", "cProfile run", "cProfile runctx",
        "profile run", "profile Profile.run", "profile Profile.runctx", "trace Trace.run", "trace Trace.runctx", "timeit timeit", "timeit Timer", "doctest debug_script",
        "doctest testmod", "code InteractiveInterpreter.runcode", "code interact", "codeop compile_command", "pydoc pipepager", "pydoc locate", "_pyrepl.pager pipe_pager",
        "pip main", "pip._internal main", "ensurepip _run_pip", "venv create", "distutils.spawn spawn", "distutils.file_util write_file",
        "setuptools setup", "idlelib.autocomplete AutoComplete.get_entity", "idlelib.autocomplete AutoComplete.fetch_completions", "idlelib.calltip get_entity",
        "idlelib.calltip Calltip.fetch_tip", "idlelib.debugobj ObjectTreeItem.SetText", "idlelib.pyshell ModifiedInterpreter.runcode",
        "idlelib.pyshell ModifiedInterpreter.runcommand", "idlelib.run Executive.runcode", "lib2to3.pgen2.grammar Grammar.loads",
        "lib2to3.pgen2.pgen ParserGenerator.make_label", "logging.config dictConfig", "logging.config listen", "logging FileHandler", "sqlite3 connect",
        "uuid _get_command_stdout", "_osx_support _read_output", "_aix_support _read_cmd_output", "imaplib IMAP4_stream", "test.support.script_helper assert_python_ok",
        "platform popen", "ctypes.macholib.dyld dyld_find", "string Template", "re sub", "weakref finalize", "inspect getattr_static", "ast literal_eval",
        "xmlrpc.client ServerProxy", "antigravity geohash", "this s", "site addsitedir", "sysconfig get_config_var", "site main",
        "numpy load", "numpy fromfile", "numpy.f2py.crackfortran getlincoef", "numpy.f2py.crackfortran _eval_length", "numpy.testing._private.utils runstring",
        "numpy.ctypeslib load_library", "numpy.distutils.exec_command exec_command", "numpy ndarray", "numpy.core.multiarray _reconstruct", "numpy.core._internal _ctypes",
        "pandas read_pickle", "pandas.core.computation.eval eval", "scipy.io loadmat", "tensorflow.io read_file", "keras.models load_model",
        "torch load", "torch.serialization load", "torch.serialization _load", "torch.storage _load_from_bytes", "torch.hub load", "torch.hub download_url_to_file",
        "torch.jit load", "torch.jit.annotations parse_type_line", "torch.jit.unsupported_tensor_ops execWrapper", "torch.jit._script RecursiveScriptModule",
        "torch.package PackageImporter", "torch.ops load_library", "torch._ops _OpNamespace", "torch._dynamo.guards GuardBuilder.get",
        "torch._inductor.codecache compile_file", "torch.fx.experimental.symbolic_shapes ShapeEnv.evaluate_guards_expression", "torch.fx._symbolic_trace Tracer",
        "torch.fx.graph_module reduce_graph_module", "torch.utils.collect_env run", "torch.utils.collect_env run_and_read_all", "torch.utils._config_module ConfigModule.load_config",
        "torch.utils.bottleneck.__main__ run_cprofile", "torch.utils.bottleneck.__main__ run_autograd_prof", "torch.utils.data.datapipes.utils.decoder basichandlers",
        "torch.utils.cpp_extension load_inline", "torch.distributed.rpc.internal PythonUDF", "torch.multiprocessing.reductions rebuild_storage_filename",
        "torch.multiprocessing.reductions rebuild_cuda_tensor", "torch.nn.modules.linear Linear", "torch.nn.modules.container Sequential",
        "torch.optim.lr_scheduler LambdaLR", "torch._utils _rebuild_tensor_v9", "torch._utils __dict__", "torch.storage TypedStorage", "torch.cuda FloatStorage",
        "torchvision.models.resnet ResNet", "torchvision.datasets.utils download_and_extract_archive", "mmengine.logging.history_buffer HistoryBuffer",
        "mmcv.utils.config Config", "omegaconf.dictconfig DictConfig", "pytorch_lightning.callbacks.model_checkpoint ModelCheckpoint", "transformers.trainer TrainingArguments",
        "__main__ Model", "__main__ eval", "models.yolo Model", "collections defaultdict", "collections deque", "collections namedtuple", "collections ChainMap",
        "datetime datetime", "decimal Decimal", "fractions Fraction", "enum Enum", "random Random", "uuid UUID", "_codecs decode", "_codecs lookup", "argparse ArgumentParser",
        "argparse FileType", "builtins complex", "builtins object", "builtins bytes", "builtins slice", "builtins range",
    ];

    public static IEnumerable<HostileFile> All()
    {
        for (var i = 0; i < Names.Length; i++)
        {
            var (module, name) = Names[i].Split(' ') is [var m, var n] ? (m, n) : throw new InvalidOperationException(Names[i]);
            // Half of them by GLOBAL, half by STACK_GLOBAL; beside good tensors, where a scanner may stop to look.
            var pickle = new PickleAssembler(i % 2 == 0 ? 2 : 4).OrderedDict()
                .Items(("weight", a => a.Tensor(TensorPart.Good)), ("bias", a => a.Call(module, name, b => b.Text("touch pwned")))).Stop();
            yield return new HostileFile($"global-{module}.{name}.pth", Checkpoints.Archive(pickle), $"the pickle asks for '{module}.{name}' at byte ");
        }
    }
}
