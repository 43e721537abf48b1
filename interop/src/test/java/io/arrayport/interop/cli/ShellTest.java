package io.arrayport.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    /** What the shell prints for these lines; values alone stand on a line, errors begin with a bar. */
    private static String typed(String lines, String... files) {
        return typed(0, lines, files);
    }

    private static String typed(int exit, String lines, String... files) {
        InputStream in = System.in;
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        String[] command = new String[files.length + 1];
        command[0] = "shell";
        System.arraycopy(files, 0, command, 1, files.length);
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(Cli.run(command).exit()).isEqualTo(exit);
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void arraysAreWrittenAsNumPyWritesThem() {
        assertThat(typed("""
                var a = np.arange(6, np.float32).reshape(2, 3);
                a.get("1, ::-1")
                a.close()
                """)).isEqualTo("""
                [[0. 1. 2.]
                 [3. 4. 5.]]
                [5. 4. 3.]
                """);
    }

    @Test
    void theOptionsAreImported() {
        assertThat(
                typed("try (var a = np.ones(shape(2, 3), np.int64)) { System.out.println(a.get(all(), index(1))); }\n"))
                .isEqualTo("[1 1]\n");
    }

    @Test
    void anErrorIsSaidAndTheNextLineRuns() {
        assertThat(typed(2, "np.zeros(shape(-1), np.int8)\n1 + 1\n"))
                .contains("ShapeException", "negative length").endsWith("\n2\n");
        assertThat(typed(2, "np.nothing\n1 + 1\n")).startsWith("|  Error: cannot find symbol").endsWith("\n2\n");
    }

    @Test
    void aSnippetMayTakeSeveralLines() {
        assertThat(typed("int twice(int a) {\n  return 2 * a;\n}\ntwice(4)\n/exit\n5\n")).isEqualTo("8\n");
    }

    @Test
    void aFileIsRunFirst(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("first.jsh"), "int here = 7;\n");
        assertThat(typed("here\n", file.toString())).isEqualTo("7\n7\n");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Cli refused = Cli.run("shell", "nowhere.jsh");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).startsWith("shell: nowhere.jsh cannot be read");
    }

    @Test
    void aFolderIsRefused(@TempDir Path folder) {
        Cli refused = Cli.run("shell", folder.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).startsWith("shell: " + folder + " cannot be read");
    }

    @Test
    void aFileThatIsNoTextIsSaidAndTheNextLineRuns(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("binary.jsh"), new byte[]{(byte) 0xFF, (byte) 0xFE, '\n'});
        assertThat(typed(2, "1 + 1\n", file.toString())).contains("illegal character").endsWith("\n2\n");
    }
}
