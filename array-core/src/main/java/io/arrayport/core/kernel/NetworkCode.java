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
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import jdk.incubator.vector.VectorSpecies;

/**
 * Writes the code of {@link SortPasses} of ints or longs: calls of the Vector API, one after the other. The compiler
 * inlines those however many there are, but no method around them; see {@link Template}. Each pass works on eight rows
 * at a time, which it holds in registers: on neighbours, or on all that are as far from a multiple of some, to either
 * side. All of it is written once for any number of blocks, as the compiler takes a tenth of a second for each pass.
 */
final class NetworkCode {
    private static final int BLOCK = SortPasses.BLOCK;
    private static final MethodTypeDesc FIRST = passes(4);

    private final ClassBuilder type;
    private final VectorCode code;
    private final int length;
    private final int step;

    private NetworkCode(ClassBuilder type, VectorSpecies<?> species, VectorCode code) {
        this.type = type;
        this.length = species.length();
        this.step = species.vectorByteSize();
        this.code = code;
    }

    static SortPasses of(VectorSpecies<?> species) {
        ClassDesc name = ClassDesc.of(NetworkCode.class.getPackageName() + ".Network");
        VectorCode code = new VectorCode(species);
        byte[] bytes = ClassFile.of().build(name, type -> new NetworkCode(type, species, code).write());
        try {
            return (SortPasses) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(bytes, List.copyOf(code.constants()), true).lookupClass()
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("kernel: cannot define a network of " + species, e);
        }
    }

    private static MethodTypeDesc passes(int longs) {
        return MethodTypeDesc.of(CD_void, Collections.nCopies(longs, CD_long));
    }

    private void write() {
        type.withFlags(AccessFlag.FINAL).withInterfaceSymbols(ClassDesc.of(SortPasses.class.getName()));
        type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, body -> body.aload(0)
                .invokespecial(CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
        first();
        near();
        join(BLOCK);
        join(2 * BLOCK);
        for (int width = 2; width <= length; width *= 2) {
            merge(width);
        }
        if (length <= BLOCK) {
            last();
            return;
        }
        turn();
        halves("last", 2, BLOCK, row -> row % length);
        // What is written is parts of two columns each
        halves("lastOfOne", 1, 1, row -> row / 2 + row % 2 * (BLOCK / 2));
    }

    private void first() {
        int from = 1;
        int n = 3;
        int to = 5;
        method("first", FIRST, List.of(new Pace(from, BLOCK * step), new Pace(n, -BLOCK * length),
                new Pace(to, BLOCK * step)), () -> {
                    for (int row = 0; row < BLOCK; row++) {
                        code.load(row, from, row);
                        code.fill(row, n);
                    }
                    sort(0, BLOCK);
                    store(neighbours(), to, 0);
                });
    }

    private void near() {
        method("near", passes(2), List.of(new Pace(1, BLOCK * step)), () -> {
            load(neighbours(), 1, 0);
            columns(BLOCK, 1);
            store(neighbours(), 1, 0);
        });
    }

    private static int[] neighbours() {
        return IntStream.range(0, BLOCK).toArray();
    }

    /** The steps of a merge of runs of rows that do not compare rows of one block. */
    private void join(int run) {
        int rows = 2 * run;
        int together = 4 * BLOCK / rows;
        int[] up = IntStream.range(0, rows).filter(row -> row % BLOCK < together).toArray();
        int[] down = IntStream.range(0, rows).filter(row -> row % BLOCK >= BLOCK - together).toArray();
        method("join" + run, passes(3), List.of(new Pace(1, together * step), new Pace(3, -together * step)), () -> {
            load(up, 1, 0);
            load(down, 3, down[0]);
            mirror(run, rows);
            columns(run, BLOCK);
            store(up, 1, 0);
            store(down, 3, down[0]);
        });
    }

    /**
     * Merges groups of columns, of which so many are in order afterwards but for going up and then down each: compares
     * each element with the one that mirrors it in the other half, then with those of nearer columns, then the rows
     * that are here. Of these the first four go up from one end, the others down from where that leaves off.
     */
    private void merge(int width) {
        int half = BLOCK / 2;
        int up = 1;
        int down = 3;
        int apart = 5;
        method("merge" + width, passes(4), List.of(new Pace(up, step), new Pace(down, -step)), () -> {
            for (int row = 0; row < half; row++) {
                code.load(row, up, apart, row);
                code.load(half + row, down, apart, row);
            }
            for (int row = 0; row < half; row++) {
                code.mirror(row, BLOCK - 1 - row, width);
            }
            for (int distance = width / 4; distance > 0; distance /= 2) {
                for (int row = 0; row < BLOCK; row++) {
                    code.compareLanes(row, distance);
                }
            }
            columns(half, 1);
            for (int row = 0; row < half; row++) {
                code.store(row, up, 0, apart, row);
                code.store(half + row, down, 0, apart, row);
            }
        });
    }

    /** Turns columns into rows, each of which is a part of a column, or some. */
    private void last() {
        int to = 3;
        int apart = 5;
        method("last", passes(4), List.of(new Pace(1, BLOCK * step), new Pace(to, BLOCK / length * step)), () -> {
            load(neighbours(), 1, 0);
            turn(length);
            for (int row = 0; row < BLOCK; row++) {
                code.store(row, to, row / length, apart, row % length);
            }
        });
    }

    private void turn() {
        method("turn", passes(2), List.of(new Pace(1, BLOCK * step)), () -> {
            load(neighbours(), 1, 0);
            turn(BLOCK);
            store(neighbours(), 1, 0);
        });
    }

    private void turn(int columns) {
        for (int distance = 1; distance < columns; distance *= 2) {
            for (int row = 0; row < BLOCK; row++) {
                if ((row & distance) == 0) {
                    code.exchange(row, row + distance, distance);
                }
            }
        }
    }

    /**
     * Puts the halves of columns together, of which a turned row has two. (Not in one method with turning: the first
     * compiler would leave it out, and so the other one.)
     *
     * @param near how far apart those rows are of which one gets the lower halves
     * @param place how often {@code apart} a row is away from the first
     */
    private void halves(String pass, int blocks, int near, IntUnaryOperator place) {
        int[] rows = IntStream.range(0, blocks * BLOCK).toArray();
        int to = 3;
        int apart = 5;
        method(pass, passes(4), List.of(new Pace(1, rows.length * step), new Pace(to, step)), () -> {
            load(rows, 1, 0);
            for (int row : rows) {
                if ((row & near) == 0) {
                    code.exchange(row, row + near, BLOCK);
                }
            }
            for (int row : rows) {
                code.store(row, to, 0, apart, place.applyAsInt(row));
            }
        });
    }

    /** @param first the row at the address */
    private void load(int[] some, int at, int first) {
        for (int row : some) {
            code.load(row, at, row - first);
        }
    }

    private void store(int[] some, int at, int first) {
        for (int row : some) {
            code.store(row, at, row - first);
        }
    }

    /** A local variable that grows each time. */
    private record Pace(int local, int step) {}

    /** Writes a method that does the same as often as its last parameter says. */
    private void method(String pass, MethodTypeDesc parameters, List<Pace> paces, Runnable work) {
        type.withMethodBody(pass, parameters, ClassFile.ACC_PUBLIC, body -> {
            code.begin(body);
            int left = body.allocateLocal(TypeKind.INT);
            body.lload(2 * parameters.parameterCount() - 1).l2i().istore(left);
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

    /** Compares each row of a run whose columns are sorted with the one that mirrors it in the next run. */
    private void mirror(int run, int rows) {
        each(rows, row -> {
            if ((row & run) == 0) {
                code.compare(row, (row | 2 * run - 1) - (row & run - 1));
            }
        });
    }

    /** Brings columns of runs that go up and then down into order, but for rows that are nearer to each other. */
    private void columns(int run, int least) {
        for (int distance = run / 2; distance >= least; distance /= 2) {
            int apart = distance;
            each(4 * BLOCK, row -> {
                if ((row & apart) == 0) {
                    code.compare(row, row + apart);
                }
            });
        }
    }

    /** Does it with those rows that are there. */
    private void each(int end, IntConsumer work) {
        for (int row = 0; row < end; row++) {
            if (code.has(row)) {
                work.accept(row);
            }
        }
    }
}
