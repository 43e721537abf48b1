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
import java.util.function.Consumer;
import java.util.stream.IntStream;

import jdk.incubator.vector.VectorSpecies;

/**
 * Writes the code of a {@link SortNetwork} of ints or longs. The vectors are rows, of which all columns are sorted at
 * once; then columns are merged with their neighbours, two, four and more, and become rows in the end. So only few
 * steps compare lanes of one vector.
 *
 * <p>All of it is calls of the Vector API, one after the other, in a few methods: the compiler inlines those however
 * many there are, but no method around them; see {@link Template}. Each method works on eight rows at a time, which it
 * holds in registers: on neighbours, or on all that are as far from a multiple of eight, to either side.
 */
final class NetworkCode {
    private static final MethodTypeDesc SORT = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long, CD_long);
    private static final MethodTypeDesc FIRST = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long);
    private static final MethodTypeDesc PASS = MethodTypeDesc.of(CD_void, CD_long, CD_long);
    private static final int BLOCK = 8;

    private final ClassBuilder type;
    private final ClassDesc name;
    private final VectorCode code;
    private final int length;
    private final int step;
    private final int rows;
    private final List<String> passes = new ArrayList<>();

    private NetworkCode(ClassBuilder type, ClassDesc name, VectorSpecies<?> species, int rows, VectorCode code) {
        this.type = type;
        this.name = name;
        this.length = species.length();
        this.step = species.vectorByteSize();
        this.rows = rows;
        this.code = code;
    }

    /** @param rows 8, 16 or 32 vectors */
    static SortNetwork of(VectorSpecies<?> species, int rows) {
        ClassDesc name = ClassDesc.of(NetworkCode.class.getPackageName() + ".Network");
        VectorCode code = new VectorCode(species);
        byte[] bytes = ClassFile.of().build(name, type -> new NetworkCode(type, name, species, rows, code).write());
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
        if (rows > BLOCK) {
            near();
        }
        for (int run = BLOCK; run < rows; run *= 2) {
            int half = run;
            far("mirror" + run, () -> {
                mirror(half);
                columns(half, BLOCK);
            });
        }
        for (int width = 2; width <= length; width *= 2) {
            int group = width;
            far("merge" + width, () -> {
                merge(group);
                columns(rows, rows > BLOCK ? BLOCK : 1);
            });
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
                new Pace(n, -BLOCK * length)), rows / BLOCK, () -> {
                    for (int row = 0; row < BLOCK; row++) {
                        code.load(row, from, row);
                        code.fill(row, n);
                    }
                    sort(0, BLOCK);
                    store(neighbours(), at);
                });
    }

    /** The steps that compare rows of one block. */
    private void near() {
        method("near", PASS, List.of(new Pace(0, BLOCK * step)), rows / BLOCK, () -> {
            load(neighbours(), 0);
            columns(BLOCK, 1);
            store(neighbours(), 0);
        });
    }

    private static int[] neighbours() {
        return IntStream.range(0, BLOCK).toArray();
    }

    /** Steps that do not compare rows of one block, and then those that do. */
    private void far(String pass, Runnable steps) {
        int together = Math.max(1, 4 * BLOCK / rows);
        int[] up = IntStream.range(0, rows).filter(row -> row % BLOCK < together).toArray();
        int[] down = IntStream.range(0, rows).filter(row -> row % BLOCK >= BLOCK - together).toArray();
        method(pass, PASS, List.of(new Pace(0, together * step), new Pace(2, -together * step)),
                BLOCK / 2 / together, () -> {
                    load(up, 0);
                    load(down, 2);
                    steps.run();
                    store(up, 0);
                    store(down, 2);
                });
        passes.add(pass);
        if (rows > BLOCK) {
            passes.add("near");
        }
    }

    /** Turns columns into rows. */
    private void last() {
        int blocks = rows / BLOCK;
        if (length <= BLOCK) {
            method("last", PASS, List.of(new Pace(0, BLOCK * step), new Pace(2, BLOCK / length * step)), blocks,
                    () -> {
                        load(neighbours(), 0);
                        turn();
                        for (int row = 0; row < BLOCK; row++) {
                            code.store(row, 2, row % length * (rows / length) + row / length);
                        }
                    });
            return;
        }
        // A row of a turned block is a part of each of two columns
        method("turn", PASS, List.of(new Pace(0, BLOCK * step)), blocks, () -> {
            load(neighbours(), 0);
            turn();
            store(neighbours(), 0);
        });
        passes.add("turn");
        int together = Math.min(2, blocks);
        int apart = together == 2 ? BLOCK : 1;
        int[] all = IntStream.range(0, together * BLOCK).toArray();
        method("last", PASS, List.of(new Pace(0, 2 * BLOCK * step), new Pace(2, step)), blocks / together, () -> {
            load(all, 0);
            for (int row : all) {
                if ((row & apart) == 0) {
                    int place = row * blocks / 2;
                    code.exchange(row, row + apart, BLOCK);
                    code.store(row, 2, place);
                    code.store(row + apart, 2, place + BLOCK / 2 * blocks);
                }
            }
        });
    }

    private void turn() {
        for (int distance = 1; distance < Math.min(length, BLOCK); distance *= 2) {
            for (int row = 0; row < BLOCK; row++) {
                if ((row & distance) == 0) {
                    code.exchange(row, row + distance, distance);
                }
            }
        }
    }

    private void load(int[] some, int at) {
        for (int row : some) {
            code.load(row, at, row);
        }
    }

    private void store(int[] some, int at) {
        for (int row : some) {
            code.store(row, at, row);
        }
    }

    /** A local variable that grows each time. */
    private record Pace(int local, int step) {}

    /** Writes a method that does the same so many times. */
    private void method(String pass, MethodTypeDesc parameters, List<Pace> paces, int times, Runnable work) {
        type.withMethodBody(pass, parameters, ClassFile.ACC_STATIC, body -> {
            code.begin(body);
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

    /** Compares each row of a run whose columns are sorted with the one that mirrors it in the next run. */
    private void mirror(int run) {
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
            each(rows, row -> {
                if ((row & apart) == 0) {
                    code.compare(row, row + apart);
                }
            });
        }
    }

    /**
     * Merges groups of columns, of which so many are in order afterwards but for going up and then down each: compares
     * each element with the one that mirrors it in the other half, then with those of nearer columns.
     */
    private void merge(int width) {
        each(rows / 2, row -> code.mirror(row, rows - 1 - row, width));
        for (int distance = width / 4; distance > 0; distance /= 2) {
            int apart = distance;
            each(rows, row -> code.compareLanes(row, apart));
        }
    }

    /** Does it with those rows that are there. */
    private void each(int end, Consumer<Integer> work) {
        for (int row = 0; row < end; row++) {
            if (code.has(row)) {
                work.accept(row);
            }
        }
    }
}
