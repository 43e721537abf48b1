package io.arrayport.core.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
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
 * once; then columns are merged with their neighbours, two, four and more, and become rows in the end.
 *
 * <p>All of it is calls of the Vector API, one after the other, in a few methods: the compiler inlines those however
 * many there are, but no method around them; see {@link Template}. Of twice what these methods do the JVM's first
 * compiler runs out of registers of its own, and then the second one does not compile it either.
 */
final class NetworkCode {
    private static final MethodTypeDesc SORT = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long, CD_long);
    private static final MethodTypeDesc FIRST = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_int, CD_long);
    private static final MethodTypeDesc PASS = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_int);
    /** The local variable that counts turns. */
    private static final int TURNS = 4;
    private static final int ROWS = SortNetwork.VECTORS;
    private static final int BLOCK = ROWS / 2;

    private final ClassBuilder type;
    private final ClassDesc name;
    private final VectorCode code;
    private final int length;
    private final int step;

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
        for (int width = 2; width <= length; width *= 2) {
            merge(width);
        }
        if (length > BLOCK) {
            turn();
        }
        for (int rows : new int[]{BLOCK, ROWS}) {
            rows(rows);
            last(rows);
        }
        type.withMethodBody("sort", SORT, ClassFile.ACC_PUBLIC, body -> {
            Label more = body.newLabel();
            body.lload(3).loadConstant((long) BLOCK * length).lcmp().ifgt(more);
            sort(body, BLOCK);
            body.labelBinding(more);
            sort(body, ROWS);
        });
    }

    private void sort(CodeBuilder body, int rows) {
        int from = 1;
        int n = 3;
        int to = 5;
        int room = 7;
        int blocks = rows / BLOCK;
        body.lload(room).lload(from).loadConstant(blocks).lload(n).invokestatic(name, "first", FIRST);
        if (rows == ROWS) {
            call(body.lload(room).lload(room), "join", 1);
        }
        for (int width = 2; width <= length; width *= 2) {
            body.lload(room).lload(room).loadConstant((long) rows * step).ladd();
            call(body, "merge" + width, rows / 4);
            call(body.lload(room).lload(room), "rows" + rows, 1);
        }
        if (length > BLOCK) {
            call(body.lload(room).lload(room), "turn", blocks);
        }
        call(body.lload(room).lload(to), "last" + rows, length > BLOCK ? 1 : blocks);
        body.return_();
    }

    private void call(CodeBuilder body, String pass, int turns) {
        body.loadConstant(turns).invokestatic(name, pass, PASS);
    }

    /** Sorts the columns of each block. */
    private void first() {
        int at = 0;
        int from = 2;
        int n = 5;
        method("first", FIRST, List.of(new Pace(at, BLOCK * step), new Pace(from, BLOCK * step),
                new Pace(n, -BLOCK * length)), () -> {
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
        once("join", () -> {
            load(ROWS);
            for (int row = 0; row < BLOCK; row++) {
                code.compare(row, ROWS - 1 - row);
            }
            columns(ROWS, BLOCK);
            store(ROWS, 0);
        });
    }

    /** The last steps of a merge, which compare rows. */
    private void rows(int rows) {
        once("rows" + rows, () -> {
            load(rows);
            columns(rows, rows);
            store(rows, 0);
        });
    }

    /**
     * Merges groups of columns, of which so many are in order afterwards: compares each element with the one that
     * mirrors it in the other half, in the row as far from the end, then with those of nearer columns. Begins with the
     * first rows, and with those before the end.
     */
    private void merge(int width) {
        pass("merge" + width, 2 * step, -2 * step, () -> {
            for (int row = 0; row < 2; row++) {
                code.load(row, 0, row);
                code.load(-1 - row, 2, -1 - row);
            }
            for (int row = 0; row < 2; row++) {
                code.merge(row, -1 - row, width);
            }
            for (int row = 0; row < 2; row++) {
                code.store(row, 0, row);
                code.store(-1 - row, 2, -1 - row);
            }
        });
    }

    /** Turns columns into rows, as far as a block has them. */
    private void turn() {
        pass("turn", BLOCK * step, 0, () -> {
            turnBlock();
            store(BLOCK, 0);
        });
    }

    private void turnBlock() {
        load(BLOCK);
        for (int distance = 1; distance < Math.min(length, BLOCK); distance *= 2) {
            for (int row = 0; row < BLOCK; row++) {
                if ((row & distance) == 0) {
                    code.exchange(row, row + distance, distance);
                }
            }
        }
    }

    /** Turns columns into rows where they belong. */
    private void last(int rows) {
        if (length <= BLOCK) {
            pass("last" + rows, BLOCK * step, BLOCK / length * step, () -> {
                turnBlock();
                for (int row = 0; row < BLOCK; row++) {
                    code.store(row, 2, row % length * (rows / length) + row / length);
                }
            });
            return;
        }
        // A row of a turned block is a part of each of two columns: of two blocks, all of both; of one, half of four
        once("last" + rows, () -> {
            load(rows);
            int apart = rows == ROWS ? BLOCK : 1;
            for (int row = 0; row < rows; row++) {
                if ((row & apart) == 0) {
                    code.exchange(row, row + apart, BLOCK);
                }
            }
            for (int row = 0; row < rows; row++) {
                code.store(row, 2, rows == ROWS ? row : row / 2 + row % 2 * (BLOCK / 2));
            }
        });
    }

    private void load(int rows) {
        for (int row = 0; row < rows; row++) {
            code.load(row, 0, row);
        }
    }

    private void store(int rows, int at) {
        for (int row = 0; row < rows; row++) {
            code.store(row, at, row);
        }
    }

    private void once(String pass, Runnable work) {
        method(pass, PASS, List.of(), work);
    }

    private void pass(String pass, int pace, int other, Runnable work) {
        method(pass, PASS, List.of(new Pace(0, pace), new Pace(2, other)), work);
    }

    /** A local variable that grows each time. */
    private record Pace(int local, int step) {}

    /** Writes a method that does the same in each turn; or once, if nothing grows. */
    private void method(String pass, MethodTypeDesc parameters, List<Pace> paces, Runnable work) {
        type.withMethodBody(pass, parameters, ClassFile.ACC_STATIC, body -> {
            code.begin(body);
            Label again = body.newBoundLabel();
            work.run();
            for (Pace pace : paces) {
                body.lload(pace.local()).loadConstant((long) pace.step()).ladd().lstore(pace.local());
            }
            if (!paces.isEmpty()) {
                body.iinc(TURNS, -1).iload(TURNS).ifgt(again);
            }
            body.return_();
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

    /** Brings runs of so many rows, which go up and then down or are such, into order. */
    private void columns(int rows, int run) {
        for (int distance = run / 2; distance > 0; distance /= 2) {
            for (int row = 0; row < rows; row++) {
                if ((row & distance) == 0) {
                    code.compare(row, row + distance);
                }
            }
        }
    }
}
