package io.arrayport.core.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.List;

import jdk.incubator.vector.VectorSpecies;

/**
 * Writes the code of a {@link SortNetwork} of ints or longs. The vectors are rows, of which all columns are sorted at
 * once; then columns are merged with their neighbours, two, four and more. In the end they are rows:
 * {@link NetworkPlan}.
 *
 * <p>All of it is calls of the Vector API, one after the other, in a few methods, between which the rows lie in memory:
 * the compiler inlines those calls however many there are, but no method around them; see {@link Template}. Of some
 * hundreds the JVM's first compiler runs out of registers of its own, and then the second one does not compile them
 * either.
 */
final class NetworkCode {
    private static final MethodTypeDesc SORT = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long, CD_long);
    private static final MethodTypeDesc PART = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long);
    private static final int ROWS = SortNetwork.VECTORS;
    private static final int BLOCK = ROWS / 2;
    /** Calls in one method, besides those that load and store rows. */
    private static final int MOST = 220;

    private final ClassBuilder type;
    private final ClassDesc name;
    private final VectorCode code;
    private final int length;

    private NetworkCode(ClassBuilder type, ClassDesc name, VectorSpecies<?> species, VectorCode code) {
        this.type = type;
        this.name = name;
        this.length = species.length();
        this.code = code;
    }

    static SortNetwork of(VectorSpecies<?> species) {
        ClassDesc name = ClassDesc.of(NetworkCode.class.getPackageName() + ".Network");
        VectorCode code = new VectorCode(species);
        byte[] bytes = ClassFile.of().build(name, type -> new NetworkCode(type, name, species, code).write());
        try {
            return (SortNetwork) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(bytes, List.copyOf(code.constants()), true).lookupClass()
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("kernel: cannot define a network of " + species, e);
        }
    }

    private void write() {
        type.withFlags(AccessFlag.FINAL).withInterfaceSymbols(ClassDesc.of(SortNetwork.class.getName()));
        type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, body -> body.aload(0)
                .invokespecial(CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
        code.writeLoads(type, name);
        int few = methods(BLOCK);
        int many = methods(ROWS);
        type.withMethodBody("sort", SORT, ClassFile.ACC_PUBLIC, body -> {
            Label more = body.newLabel();
            body.lload(3).loadConstant((long) BLOCK * length).lcmp().ifgt(more);
            calls(body, BLOCK, few);
            body.labelBinding(more);
            calls(body, ROWS, many);
        });
    }

    private void calls(CodeBuilder body, int rows, int methods) {
        int from = 1;
        int n = 3;
        int to = 5;
        int room = 7;
        for (int i = 0; i < methods; i++) {
            body.lload(i == 0 ? from : room).lload(i == methods - 1 ? to : room).lload(n)
                    .invokestatic(name, method(rows, i), PART);
        }
        body.return_();
    }

    private static String method(int rows, int index) {
        return "sort" + rows + "_" + index;
    }

    /** Writes the methods that sort so many rows, of about the same length; returns how many. */
    private int methods(int rows) {
        List<NetworkPlan.Step> steps = new NetworkPlan(code, rows, length).steps();
        int calls = steps.stream().mapToInt(NetworkPlan.Step::calls).sum();
        int methods = (calls + MOST - 1) / MOST;
        int done = 0;
        int next = 0;
        int bank = 0;
        for (int i = 0; i < methods; i++) {
            int first = next;
            while (next < steps.size() && done < (i + 1) * calls / methods) {
                done += steps.get(next++).calls();
            }
            int then = next == first ? bank : steps.get(next - 1).bank();
            write(rows, i, bank, then, steps.subList(first, next));
            bank = then;
        }
        return methods;
    }

    /** @param bank which vectors the rows are first, and {@code then} in the end */
    private void write(int rows, int index, int bank, int then, List<NetworkPlan.Step> some) {
        int from = 0;
        int to = 2;
        int n = 4;
        code.method(type, method(rows, index), PART, () -> {
            code.known(from);
            code.known(to);
            if (index == 0) {
                int stop = code.last(from, n);
                for (int row = 0; row < rows; row++) {
                    code.lastRow(bank + row, from, row, stop, n);
                }
            } else {
                for (int row = 0; row < rows; row++) {
                    code.row(bank + row, from, row);
                }
            }
            some.forEach(step -> step.code().run());
            for (int row = 0; row < rows; row++) {
                code.store(then + row, to, row);
            }
        });
    }
}
