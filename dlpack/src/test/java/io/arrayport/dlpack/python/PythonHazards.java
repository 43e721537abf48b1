package io.arrayport.dlpack.python;

import static io.arrayport.core.Np.np;

import java.nio.file.Path;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackRaw;

/** What could kill a JVM that hosts Python, each run in one of its own by {@link PythonHazardTest}. */
final class PythonHazards {
    private static final List<String> RECURSIONS = List.of("def f(): sorted([1], key=lambda _: f())\nf()",
            "class A:\n    def __getattr__(self, n): return getattr(self, n + 'x')\nA().y",
            "class A:\n    def __repr__(self): return repr([self])\nrepr(A())",
            "l = []\nfor _ in range(100000): l = [l]\nrepr(l)",
            "import json\njson.loads('[' * 100000)",
            "eval('-' * 100000 + '1')",
            "import copy\nl = []\nfor _ in range(100000): l = [l]\ncopy.deepcopy(l)",
            "def f(): return max([1], key=lambda _: list(map(lambda _: f(), [1])))\nf()",
            "import numpy as np\nclass A:\n    def __array__(self, *a, **k): return np.array(self)\nnp.array(A())",
            "import numpy as np\nf = np.frompyfunc(lambda x: f(x), 1, 1)\nf(1)");

    private PythonHazards() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "recursion" -> recursion();
            case "recursive-producer" -> recursiveProducer();
            case "stack-end" -> stackEnd();
            case "exit-with-live-objects" -> exitWithLiveObjects();
            case "exit-while-python-exchanges" -> exitWhilePythonExchanges();
            case "exit-while-java-exchanges" -> exitWhileJavaExchanges();
            case "exit-while-the-lock-is-held" -> exitWhileTheLockIsHeld();
            case "dead-threads" -> deadThreads();
            case "numbers-that-are-no-handles" -> strangers();
            case "misbehaving-producers" -> misbehavingProducers();
            case "exceptions-that-raise" -> exceptionsThatRaise();
            case "describe-is-broken" -> describeIsBroken();
            case "find" -> Python.start(Path.of(args[1])).close();
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.println("survived");
        if (args[0].startsWith("exit-while")) {
            System.exit(0);
        }
    }

    private static void expect(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    private static void refused(Runnable action) {
        try {
            action.run();
        } catch (ArrayportException expected) {
            return;
        }
        throw new AssertionError("accepted");
    }

    private static void recursion() {
        try (Python python = Python.start()) {
            for (String code : RECURSIONS) {
                refused(() -> python.exec(code));
            }
        }
    }

    private static void recursiveProducer() {
        try (Python python = Python.start()) {
            python.exec("""
                    class A:
                        def __dlpack_device__(self): return (1, 0)
                        def __dlpack__(self, **k): return sorted([1], key=lambda _: self.__dlpack__(**k))
                    a = A()""");
            PyObject object = python.get("a");
            refused(object::toArray);
        }
    }

    private static void stackEnd() throws InterruptedException {
        try (Python python = Python.start(); NdArray array = np.arange(6.0)) {
            python.exec("import numpy as np\nx = np.arange(6.0)");
            PyObject x = python.get("x");
            exchange(python, array, x);
            for (int round = 0; round < 20; round++) {
                Thread thread = new Thread(null, () -> {
                    try {
                        dive(python, array, x);
                    } catch (StackOverflowError expected) {
                        // what a runaway recursion should end in
                    }
                }, "deep", 512 << 10);
                thread.start();
                thread.join();
            }
        }
        for (int i = 0; i < 200 && DlpackRaw.liveExports() > 0; i++) {
            System.gc();
            Thread.sleep(10);
        }
        expect(DlpackRaw.liveExports() == 0, "leaked " + DlpackRaw.liveExports());
    }

    private static void exchange(Python python, NdArray array, PyObject x) {
        try (PyObject _ = python.numpy().accept(array); NdArray _ = x.toArray(); PyObject _ = x.attr("shape")) {
            x.size();
        }
    }

    private static void dive(Python python, NdArray array, PyObject x) {
        exchange(python, array, x);
        dive(python, array, x);
    }

    private static void exitWithLiveObjects() {
        Python python = Python.start();
        python.set("a", python.numpy().accept(np.arange(6.0)));
        python.set("j", np.arange(6.0));
        python.exec("import numpy as np, arrayport\nb = np.from_dlpack(j)\nc = j.__dlpack__()\n"
                + "k = arrayport.from_dlpack(b)\nimport atexit\natexit.register(lambda: np.from_dlpack(j))");
    }

    /** Threads of Python's own, which nobody stops, call into Java until it is gone. */
    private static void exitWhilePythonExchanges() throws InterruptedException {
        Python python = Python.start();
        python.set("j", np.arange(6.0));
        python.exec("""
                import numpy as np, threading
                def work():
                    while True:
                        try:
                            np.from_dlpack(j); j.shape
                        except BufferError:
                            pass
                for _ in range(4):
                    threading.Thread(target=work, daemon=True).start()
                """);
        Thread.sleep(500);
    }

    private static void exitWhileJavaExchanges() throws InterruptedException {
        Python python = Python.start();
        NdArray array = np.arange(6.0);
        for (int i = 0; i < 4; i++) {
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    python.numpy().accept(array).close();
                    python.eval("1").close();
                }
            });
        }
        Thread.sleep(500);
    }

    private static void exitWhileTheLockIsHeld() throws InterruptedException {
        Python python = Python.start();
        Thread.ofPlatform().daemon()
                .start(() -> python.exec("hash('x' * 10)\nimport re\nre.match('(a+)+$', 'a' * 60 + 'b')"));
        Thread.sleep(500);
    }

    private static void deadThreads() throws InterruptedException {
        try (Python python = Python.start(); NdArray array = np.arange(6.0)) {
            python.exec("import numpy as np, threading");
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 40; i++) {
                    Thread thread = new Thread(() -> {
                        python.numpy().accept(array).close();
                        python.eval("threading.local()").close();
                    });
                    thread.start();
                    thread.join();
                }
                System.gc();
                Thread.sleep(100);
            }
            expect(python.eval("1").toLong() == 1, "the interpreter goes on");
        }
    }

    private static void strangers() {
        try (Python python = Python.start()) {
            python.exec("import arrayport, ctypes\n"
                    + "new = ctypes.pythonapi.PyCapsule_New\nnew.restype = ctypes.py_object\n"
                    + "new.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]\n"
                    + "name = b'arrayport.handle'\nfake = new(123456, name, None)");
            for (String handle : List.of("None", "3", "'x'", "fake", "object()")) {
                refused(() -> python.exec("arrayport.Array(" + handle + ").__dlpack__()"));
                refused(() -> python.exec("arrayport.Array(" + handle + ").__dlpack_device__()"));
                refused(() -> python.exec("arrayport.Array(" + handle + ").shape"));
                refused(() -> python.eval("arrayport.Array(" + handle + ")").toArray());
            }
            for (String call : List.of("_export()", "_export(fake)", "_export(*[None] * 7)", "_import()", "_import(3)",
                    "_import(fake)", "_device()", "_describe(7)", "_export(1, 2, 3, 4, 5, 6, 7, 8)")) {
                refused(() -> python.exec("arrayport." + call));
            }
        }
    }

    private static PythonException raised(Python python, String code) {
        try {
            python.exec(code);
        } catch (PythonException expected) {
            return expected;
        }
        throw new AssertionError("nothing raised");
    }

    /** What is asked of an exception to describe it raises again, and what it raises is no {@code Exception}. */
    private static void exceptionsThatRaise() {
        try (Python python = Python.start()) {
            for (String asked : List.of("__traceback__", "__cause__", "__context__", "__suppress_context__",
                    "__class__",
                    "__notes__", "__dict__", "args")) {
                PythonException found = raised(python, """
                        class B(BaseException):
                            @property
                            def %s(self): raise B()
                        raise B('x')""".formatted(asked));
                expect(found.type().equals("__java__.B"), asked + ": " + found);
                expect(found.said().equals("x"), asked + ": " + found);
            }
            PythonException mute = raised(python, """
                    class M(BaseException):
                        def __str__(self): raise M()
                        __repr__ = __str__
                    raise M()""");
            expect(mute.type().equals("__java__.M"), mute.toString());
            expect(mute.said().equals("(its text cannot be had)"), mute.toString());
            PythonException nameless = raised(python, """
                    class Meta(type):
                        def __getattribute__(self, name): raise SystemExit()
                    class N(BaseException, metaclass=Meta): pass
                    raise N('y')""");
            expect(nameless.said().equals("y"), nameless.toString());
            PythonException odd = raised(python, """
                    class O(Exception): __module__ = 5
                    raise O('z')""");
            expect(odd.said().equals("z"), odd.toString());
            expect(python.eval("1 + 1").toLong() == 2, "Python goes on");
        }
    }

    /** Then there is nobody to ask, and no error may be left pending. */
    private static void describeIsBroken() {
        try (Python python = Python.start(); NdArray array = np.arange(3)) {
            python.set("a", array);
            python.exec("import sys\nours = sys.modules[type(a).__module__]");
            for (String broken : List.of("def describe(e): raise e", "def describe(e): return describe(e)",
                    "def describe(e): return (1, 2, 3)", "def describe(e): return 'a'", "describe = None",
                    "del describe")) {
                python.set("code", broken);
                python.exec("exec(code, ours.__dict__)");
                PythonException found = raised(python, "raise KeyError('x')");
                expect(found.getMessage().equals("KeyError: (its text cannot be had)"), broken + ": " + found);
                expect(python.eval("1 + 1").toLong() == 2, "Python goes on");
            }
        }
    }

    private static void misbehavingProducers() {
        try (Python python = Python.start(); NdArray array = np.array(1, 2).astype(DType.INT8)) {
            python.set("j", array);
            python.exec("""
                    class P:
                        def __init__(self, what): self.what = what
                        def __dlpack_device__(self): return (1, 0)
                        def __dlpack__(self, **k): return self.what
                    used = j.__dlpack__()
                    class Wrong:
                        __dlpack_c_exchange_api__ = 7
                    class Throws:
                        def __dlpack__(self, **k): raise SystemExit(3)
                    """);
            python.eval("used").takeCapsule().close();
            for (String producer : List.of("P(None)", "P(3)", "P(j)", "P(used)", "Wrong()", "Throws()", "P", "None")) {
                refused(() -> python.eval(producer).toArray());
            }
        }
    }
}
