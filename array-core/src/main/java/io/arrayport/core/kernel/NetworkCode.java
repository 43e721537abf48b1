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
import java.util.ArrayList;
import java.util.List;

import jdk.incubator.vector.VectorSpecies;

/**
 * Writes the code of a {@link SortNetwork} of ints or longs. The vectors are rows, of which all columns are sorted at
 * once; then columns are merged with their neighbours, two, four and more, and become rows in the end.
 *
 * <p>All of it is calls of the Vector API, one after the other, in a few methods, between which the rows lie in memory:
 * the compiler inlines those calls however many there are, but no method around them; see {@link Template}. Of more
 * than {@link #MOST} the JVM's first compiler runs out of registers of its own, and then the second one does not
 * compile them either.
 */
final class NetworkCode {
    private static final MethodTypeDesc SORT = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long, CD_long);
    private static final MethodTypeDesc PART = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long);
    private static final int ROWS = SortNetwork.VECTORS;
    private static final int BLOCK = ROWS / 2;
    /** Calls in one method, besides those that load and store rows. */
    private static final int MOST = 110;

    private final ClassBuilder type;
    private final ClassDesc name;
    private final VectorCode code;
    private final int length;
    private List<Step> steps = new ArrayList<>();

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

    /**
     * What is done with some rows.
     *
     * @param calls of the Vector API
     */
    private record Step(int calls, Runnable code) {}

    /** Writes the methods that sort so many rows, of about the same length; returns how many. */
    private int methods(int rows) {
        steps = new ArrayList<>();
        sort(0, rows);
        for (int width = 2; width <= length; width *= 2) {
            merge(rows, width);
            columns(rows, rows);
        }
        turn(rows);
        int calls = steps.stream().mapToInt(Step::calls).sum();
        int methods = (calls + MOST - 1) / MOST;
        int done = 0;
        int next = 0;
        for (int i = 0; i < methods; i++) {
            int first = next;
            while (next < steps.size() && done < (i + 1) * calls / methods) {
                done += steps.get(next++).calls();
            }
            write(rows, i, i == methods - 1, steps.subList(first, next));
        }
        return methods;
    }

    private void write(int rows, int index, boolean last, List<Step> some) {
        int from = 0;
        int to = 2;
        int n = 4;
        type.withMethodBody(method(rows, index), PART, ClassFile.ACC_STATIC, body -> {
            code.begin(body);
            code.known(from);
            code.known(to);
            if (index == 0) {
                int stop = code.last(from, n);
                for (int row = 0; row < rows; row++) {
                    code.load(row, from, row, stop);
                    code.fill(row, n);
                }
            } else {
                for (int row = 0; row < rows; row++) {
                    code.load(row, from, row);
                }
            }
            some.forEach(step -> step.code().run());
            for (int row = 0; row < rows; row++) {
                code.store(row, to, last ? place(rows, row) : row);
            }
            body.return_();
        });
    }

    private void compare(int low, int high) {
        steps.add(new Step(2, () -> code.compare(low, high)));
    }

    /**
     * Merges groups of columns, of which so many are in order afterwards: compares each element with the one that
     * mirrors it in the other half, in the row as far from the end, then with those of nearer columns.
     */
    private void merge(int rows, int width) {
        int calls = 4 * Integer.numberOfTrailingZeros(width) + 2;
        for (int row = 0; row < rows / 2; row++) {
            int a = row;
            int b = rows - 1 - row;
            steps.add(new Step(calls, () -> code.merge(a, b, width)));
        }
    }

    /** Turns columns into rows, as far as a block has them; if they are longer, two blocks, or two rows of one. */
    private void turn(int rows) {
        for (int distance = 1; distance < Math.min(length, BLOCK); distance *= 2) {
            exchange(rows, distance, distance);
        }
        if (length > BLOCK) {
            exchange(rows, rows == ROWS ? BLOCK : 1, BLOCK);
        }
    }

    private void exchange(int rows, int apart, int distance) {
        for (int row = 0; row < rows; row++) {
            if ((row & apart) == 0) {
                int a = row;
                steps.add(new Step(2, () -> code.exchange(a, a + apart, distance)));
            }
        }
    }

    /** Returns where a row belongs that was made of columns. */
    private int place(int rows, int row) {
        if (length > BLOCK) {
            return rows == ROWS ? row : row / 2 + row % 2 * (BLOCK / 2);
        }
        int within = row % BLOCK;
        return within % length * (rows / length) + within / length + row / BLOCK * (BLOCK / length);
    }

    /** Sorts the columns of so many rows: Batcher's merges of what is sorted so far. */
    private void sort(int first, int count) {
        if (count > 1) {
            sort(first, count / 2);
            sort(first + count / 2, count / 2);
            oddEven(first, count, 1);
        }
    }

    private void oddEven(int first, int count, int apart) {
        int twice = 2 * apart;
        if (twice < count) {
            oddEven(first, count, twice);
            oddEven(first + apart, count, twice);
            for (int i = first + apart; i < first + count - apart; i += twice) {
                compare(i, i + apart);
            }
        } else {
            compare(first, first + apart);
        }
    }

    /** Brings runs of so many rows, which go up and then down or are such, into order. */
    private void columns(int rows, int run) {
        for (int distance = run / 2; distance > 0; distance /= 2) {
            for (int row = 0; row < rows; row++) {
                if ((row & distance) == 0) {
                    compare(row, row + distance);
                }
            }
        }
    }
}
