package io.arrayport.core.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
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
 * <p>All of it is calls of the Vector API, one after the other, in a few methods: the compiler inlines those however
 * many there are, but no method around them; see {@link Template}. Of much more than 64 comparisons, or 24 exchanges of
 * lanes, in one method the JVM's first compiler runs out of registers of its own, and then the second one does not
 * compile it either.
 */
final class NetworkCode {
    private static final MethodTypeDesc SORT = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long, CD_long);
    private static final MethodTypeDesc FIRST = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long);
    private static final MethodTypeDesc PASS = MethodTypeDesc.of(CD_void, CD_long, CD_long);
    private static final int ROWS = SortNetwork.VECTORS;
    private static final int BLOCK = ROWS / 2;

    private final ClassBuilder type;
    private final ClassDesc name;
    private final VectorCode code;
    private final int length;
    private final int step;
    private final List<String> passes = new ArrayList<>();

    private NetworkCode(ClassBuilder type, ClassDesc name, VectorSpecies<?> species, VectorCode code) {
        this.type = type;
        this.name = name;
        this.length = species.length();
        this.step = species.vectorByteSize();
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
        first();
        join();
        rows();
        for (int width = 2; width <= length; width *= 2) {
            merge(width);
        }
        last();
        type.withMethodBody("sort", SORT, ClassFile.ACC_PUBLIC, body -> {
            body.lload(7).lload(1).lload(3).invokestatic(name, "first", FIRST);
            for (String pass : passes) {
                body.lload(7).lload(7).invokestatic(name, pass, PASS);
            }
            body.lload(7).lload(5).invokestatic(name, "last", PASS).return_();
        });
    }

    /** Sorts the columns of each block. */
    private void first() {
        int at = 0;
        int from = 2;
        int n = 4;
        method("first", FIRST, List.of(new Pace(at, BLOCK * step), new Pace(from, BLOCK * step),
                new Pace(n, -BLOCK * length)), ROWS / BLOCK, () -> {
                    for (int row = 0; row < BLOCK; row++) {
                        code.load(row, from, row);
                        code.fill(row, n);
                    }
                    sort(0, BLOCK);
                    store(BLOCK, at);
                });
    }

    /** Merges the columns of the blocks. */
    private void join() {
        pass("join", List.of(), 1, () -> {
            load(ROWS, 0);
            for (int row = 0; row < BLOCK; row++) {
                code.compare(row, ROWS - 1 - row);
            }
            columns(BLOCK);
            store(ROWS, 0);
        });
    }

    /** The last steps of a merge, which compare rows. */
    private void rows() {
        method("rows", PASS, List.of(), 1, () -> {
            load(ROWS, 0);
            columns(ROWS);
            store(ROWS, 0);
        });
    }

    /**
     * Merges groups of columns, of which so many are in order afterwards: compares each element with the one that
     * mirrors it in the other half, in the row as far from the end, then with those of nearer columns, then of nearer
     * rows.
     */
    private void merge(int width) {
        int last = ROWS - 1;
        pass("merge" + width, List.of(new Pace(0, 2 * step), new Pace(2, -2 * step)), ROWS / 4, () -> {
            code.load(0, 0, 0);
            code.load(1, 0, 1);
            code.load(last, 2, last);
            code.load(last - 1, 2, last - 1);
            code.merge(0, last, width);
            code.merge(1, last - 1, width);
            code.store(0, 0, 0);
            code.store(1, 0, 1);
            code.store(last, 2, last);
            code.store(last - 1, 2, last - 1);
        });
        passes.add("rows");
    }

    /** Turns columns into rows. */
    private void last() {
        int blocks = ROWS / BLOCK;
        if (length <= BLOCK) {
            method("last", PASS, List.of(new Pace(0, BLOCK * step), new Pace(2, BLOCK / length * step)), blocks,
                    () -> {
                        turn();
                        for (int row = 0; row < BLOCK; row++) {
                            code.store(row, 2, row % length * (ROWS / length) + row / length);
                        }
                    });
            return;
        }
        // A row of a turned block is a part of each of two columns
        pass("turn", List.of(new Pace(0, BLOCK * step)), blocks, () -> {
            turn();
            store(BLOCK, 0);
        });
        method("last", PASS, List.of(), 1, () -> {
            load(ROWS, 0);
            for (int row = 0; row < BLOCK; row++) {
                code.exchange(row, row + BLOCK, BLOCK);
            }
            store(ROWS, 2);
        });
    }

    private void turn() {
        load(BLOCK, 0);
        for (int distance = 1; distance < Math.min(length, BLOCK); distance *= 2) {
            for (int row = 0; row < BLOCK; row++) {
                if ((row & distance) == 0) {
                    code.exchange(row, row + distance, distance);
                }
            }
        }
    }

    private void load(int rows, int at) {
        for (int row = 0; row < rows; row++) {
            code.load(row, at, row);
        }
    }

    private void store(int rows, int at) {
        for (int row = 0; row < rows; row++) {
            code.store(row, at, row);
        }
    }

    private void pass(String pass, List<Pace> paces, int times, Runnable work) {
        method(pass, PASS, paces, times, work);
        passes.add(pass);
    }

    /** A local variable that grows each time. */
    private record Pace(int local, int step) {}

    /** Writes a method that does the same so many times. */
    private void method(String pass, MethodTypeDesc parameters, List<Pace> paces, int times, Runnable work) {
        type.withMethodBody(pass, parameters, ClassFile.ACC_STATIC, body -> {
            code.begin(body);
            if (times == 1) {
                work.run();
                body.return_();
                return;
            }
            int left = body.allocateLocal(TypeKind.INT);
            body.loadConstant(times).istore(left);
            Label again = body.newBoundLabel();
            work.run();
            for (Pace pace : paces) {
                body.lload(pace.local()).loadConstant((long) pace.step()).ladd().lstore(pace.local());
            }
            body.iinc(left, -1).iload(left).ifgt(again).return_();
        });
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
                code.compare(i, i + apart);
            }
        } else {
            code.compare(first, first + apart);
        }
    }

    /** Merges runs of so many rows that go up and then down. */
    private void columns(int run) {
        for (int distance = run / 2; distance > 0; distance /= 2) {
            for (int row = 0; row < ROWS; row++) {
                if ((row & distance) == 0) {
                    code.compare(row, row + distance);
                }
            }
        }
    }
}
