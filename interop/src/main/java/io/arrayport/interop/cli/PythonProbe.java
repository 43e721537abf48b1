package io.arrayport.interop.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks for a Python on the PATH and the packages arrays are exchanged with, without importing them. */
final class PythonProbe {
    private static final String SCRIPT = """
            import platform, importlib.util as u, importlib.metadata as m
            def v(p):
                return p + " " + m.version(p) if u.find_spec(p) else "no " + p
            print(platform.python_version() + ", " + v("numpy") + ", " + v("torch"))
            """;
    private static final String REMEDY = "install python3 and numpy to exchange arrays with Python"
            + " (apt install python3-numpy)";

    private PythonProbe() {}

    static Inventory.Item look() {
        String last = "no python3 on the PATH";
        for (String name : List.of("python3", "python")) {
            try {
                Process process = new ProcessBuilder(name, "-c", SCRIPT).redirectErrorStream(true).start();
                process.getOutputStream().close();
                if (!process.waitFor(2, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    last = name + " does not answer within 2 s";
                    continue;
                }
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (process.exitValue() == 0) {
                    return new Inventory.Item("Python", true, text, text.contains("no numpy") ? REMEDY : "");
                }
                last = name + " fails: " + text.lines().reduce("", (first, line) -> line);
            } catch (IOException absent) {
                last = "no " + name + " on the PATH";
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return new Inventory.Item("Python", false, last, REMEDY);
    }
}
