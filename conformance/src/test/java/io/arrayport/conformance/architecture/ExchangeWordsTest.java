package io.arrayport.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who reads a public method that gives arrays away or gets them reads which of four things becomes of the bytes. The
 * words are defined in {@code io.arrayport.core.exchange}.
 */
class ExchangeWordsTest {
    private static final List<String> FOLDERS = List.of("array-core/src/main/java/io/arrayport/core/exchange",
            "dlpack/src/main/java", "arrow-bridge/src/main/java", "torch-bridge/src/main/java",
            "interop/src/main/java/io/arrayport/interop");
    private static final Pattern CARRIER = Pattern.compile("\\b(NdArray|NDArray|NDList|TensorList|DlpackCapsule"
            + "|PackedTensor|Source|Target|TorchTarget|FieldVector|VectorSchemaRoot|ArrowColumn|ChunkedColumn"
            + "|RecordBatch|CStructs|ArrowStream|DlpackProducer|ZeroCopyArray)\\b");
    private static final Pattern WORD = Pattern
            .compile("\\b((borrow|share|take|copie)s|borrowed|shared|taken|copied)\\b", Pattern.CASE_INSENSITIVE);

    private final List<String> silent = new ArrayList<>();
    private int methods;

    @Test
    void everyPublicExchangeSaysWhetherItBorrowsSharesTakesOrCopies() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources()));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(docs).scan(unit, null);
            }
        }
        assertThat(silent).as("public methods that do not say borrows, shares, takes or copies").isEmpty();
        assertThat(methods).isGreaterThan(60);
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(SourcesTest.repository().resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/cli/")
                        && !file.toString().matches(".*/arrow/(c|ipc|vector)/.*") // exported to nobody
                        && !file.toString().contains("/demo/") && !file.endsWith("module-info.java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private final class Methods extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;

        Methods(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            String comment = docs.getDocComment(getCurrentPath());
            boolean inherits = comment == null && method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
            boolean closes = method.getName().contentEquals("close");
            if (isPublic(method, getCurrentPath().getParentPath()) && (closes || !inherits && exchanges(method))) {
                methods++;
                if (comment == null || !closes && !WORD.matcher(comment).find()) {
                    silent.add(getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": "
                            + method.getName() + method.getParameters());
                }
            }
            return super.visitMethod(method, none);
        }

        /** Of every class around it, too. */
        private static boolean isPublic(MethodTree method, TreePath around) {
            boolean inInterface = around.getLeaf().getKind() == Tree.Kind.INTERFACE;
            boolean open = inInterface || method.getModifiers().getFlags().contains(Modifier.PUBLIC);
            for (TreePath at = around; open && at != null; at = at.getParentPath()) {
                open = !(at.getLeaf() instanceof ClassTree type)
                        || type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            }
            return open;
        }

        private static boolean exchanges(MethodTree method) {
            return method.getReturnType() != null && CARRIER.matcher(method.getReturnType().toString()).find()
                    || method.getParameters().stream()
                            .anyMatch(parameter -> CARRIER.matcher(parameter.getType().toString()).find());
        }
    }
}
