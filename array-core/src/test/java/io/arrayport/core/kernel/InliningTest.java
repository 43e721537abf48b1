package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Methods that hand vectors on are short enough for the compiler to inline them: else each vector is an object. */
final class InliningTest {
    /** HotSpot's FreqInlineSize: a longer method is inlined nowhere. */
    private static final int MOST = 325;
    private static final Set<String> FUNCTIONS = Set.of(VectorFunction.class.getName().replace('.', '/'),
            VectorFunction.Careful.class.getName().replace('.', '/'),
            VectorPairFunction.class.getName().replace('.', '/'));

    @Test
    void functionsOfVectorsAreInlined() throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.list(Path.of(VectorFunction.class.getProtectionDomain().getCodeSource()
                .getLocation().getPath(), VectorFunction.class.getPackageName().split("\\.")))) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        Map<String, Integer> longer = new TreeMap<>();
        int seen = 0;
        for (Path file : classes) {
            ClassModel model = ClassFile.of().parse(file);
            if (model.interfaces().stream().noneMatch(each -> FUNCTIONS.contains(each.asInternalName()))) {
                continue;
            }
            seen++;
            for (MethodModel method : model.methods()) {
                int length = method.findAttribute(Attributes.code())
                        .map(CodeAttribute::codeLength).orElse(0);
                if (length > MOST) {
                    longer.put(model.thisClass().asInternalName() + "." + method.methodName(), length);
                }
            }
        }
        assertThat(seen).isGreaterThan(30);
        assertThat(longer).isEmpty();
    }

    /** A method that functions share is compiled with what the first of them calls, and is too big for the others. */
    @Test
    void functionsShareNoMethodThatCallsTheirOwn() throws IOException {
        for (String name : FUNCTIONS) {
            ClassModel model;
            try (InputStream in = Objects.requireNonNull(
                    VectorFunction.class.getResourceAsStream('/' + name + ".class"))) {
                model = ClassFile.of().parse(in.readAllBytes());
            }
            for (MethodModel method : model.methods()) {
                if (!method.flags().has(AccessFlag.STATIC)) {
                    assertThat(method.code().stream().flatMap(CodeModel::elementStream))
                            .as(name + "." + method.methodName())
                            .doesNotHaveAnyElementsOfTypes(InvokeInstruction.class);
                }
            }
        }
    }
}
