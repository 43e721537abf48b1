package io.arrayport.core.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.Arrays;
import java.util.List;

import jdk.incubator.vector.VectorSpecies;

/**
 * Writes the code of {@link Tiles}: a loop for each number of rows. Sums are local variables, which the compiler keeps
 * in registers. What is no call of the Vector API comes first in a turn: of a long method only those are inlined to its
 * end, and one call that is not moves all vectors to memory and back (measured: 8 times slower).
 */
final class TileCode {
    private static final MethodTypeDesc ADD = MethodTypeDesc.of(CD_void, CD_int, CD_long, CD_long, CD_long, CD_long,
            CD_long, CD_int, CD_long, CD_long);
    private static final MethodTypeDesc TILE = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_long, CD_long, CD_long,
            CD_int, CD_long, CD_long);
    private static final MethodTypeDesc DENSE = MethodTypeDesc.of(CD_void, CD_int, CD_long, CD_long, CD_int, CD_long,
            CD_long);
    private static final MethodTypeDesc DENSE_TILE = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_int, CD_long,
            CD_long);
    private static final MethodTypeDesc ALTERNATE = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_int, CD_int,
            CD_long);
    private static final MethodTypeDesc TRANSPOSE = MethodTypeDesc.of(CD_void, CD_int, CD_long, CD_long, CD_long,
            CD_long, CD_long, CD_long);
    private static final MethodTypeDesc PACK = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_int, CD_long);

    /**
     * Local variables of a tile.
     *
     * @param aRow with {@code bRow} and {@code bNext} -1 if it is dense
     */
    private record Locals(int a, int aRow, int b, int bRow, int bNext, int turns, int out, int outRow) {
        static final Locals APART = new Locals(0, 2, 4, 6, 8, 10, 11, 13);
        static final Locals DENSE = new Locals(0, -1, 2, -1, -1, 4, 5, 7);

        boolean isDense() {
            return aRow < 0;
        }
    }

    /** Vectors: those from 0 on are sums. */
    private static final int LEFT = -1;
    private static final int RIGHT = -100;
    private static final int WIDTH = Tiles.WIDTH;

    private final ClassDesc name;
    private final VectorSpecies<?> species;
    private final VectorCode code;

    private TileCode(ClassDesc name, VectorSpecies<?> species, VectorCode code) {
        this.name = name;
        this.species = species;
        this.code = code;
    }

    static Tiles of(VectorSpecies<?> species) {
        ClassDesc name = ClassDesc.of(TileCode.class.getPackageName() + ".TilesOfOneSpecies");
        VectorCode code = new VectorCode(species);
        byte[] bytes = ClassFile.of().build(name, type -> new TileCode(name, species, code).write(type));
        try {
            return (Tiles) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(bytes, List.copyOf(code.constants()), true).lookupClass()
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("kernel: cannot define tiles of " + species, e);
        }
    }

    private void write(ClassBuilder type) {
        type.withFlags(AccessFlag.FINAL).withInterfaceSymbols(ClassDesc.of(Tiles.class.getName()));
        type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, body -> body.aload(0)
                .invokespecial(CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
        for (int rows = 1; rows <= Tiles.ROWS; rows++) {
            int count = rows;
            type.withMethodBody("tile" + rows, TILE, ClassFile.ACC_STATIC, body -> tile(body, Locals.APART, count, 1));
        }
        for (int rows = 2; rows <= Tiles.ROWS; rows++) {
            int count = rows;
            type.withMethodBody("dense" + rows, DENSE_TILE, ClassFile.ACC_STATIC,
                    body -> tile(body, Locals.DENSE, count, 1));
        }
        type.withMethodBody("tile0", TILE, ClassFile.ACC_STATIC, body -> tile(body, Locals.APART, 1, 2));
        type.withMethodBody("add", ADD, ClassFile.ACC_PUBLIC, body -> choose(body, "tile", 0, TILE));
        type.withMethodBody("dense", DENSE, ClassFile.ACC_PUBLIC, body -> choose(body, "dense", 2, DENSE_TILE));
        type.withMethodBody("alternate", ALTERNATE, ClassFile.ACC_PUBLIC, this::alternate);
        type.withMethodBody("pack", PACK, ClassFile.ACC_PUBLIC, this::pack);
    }

    /** Calls the tile of so many rows. */
    private void choose(CodeBuilder body, String tile, int least, MethodTypeDesc type) {
        for (int rows = least; rows <= Tiles.ROWS; rows++) {
            Label other = body.newLabel();
            body.iload(1).loadConstant(rows).if_icmpne(other);
            int local = 2;
            for (ClassDesc parameter : type.parameterList()) {
                TypeKind kind = TypeKind.from(parameter);
                body.loadLocal(kind, local);
                local += kind.slotSize();
            }
            body.invokestatic(name, tile + rows, type).return_();
            body.labelBinding(other);
        }
        body.return_();
    }

    private void alternate(CodeBuilder body) {
        int element = species.elementSize() / Byte.SIZE;
        body.loadConstant(element).lload(1).lload(3).lload(7).loadConstant((long) Tiles.APART * element);
        body.iload(5).i2l().iload(6).i2l();
        body.invokestatic(ClassDesc.of(Transposition.class.getName()), "run", TRANSPOSE).return_();
    }

    private void pack(CodeBuilder body) {
        int from = 1;
        int row = 3;
        int turns = 5;
        int to = 6;
        code.begin(body);
        Label again = body.newBoundLabel();
        for (int column = 0; column < WIDTH; column++) {
            code.load(column, from, column);
        }
        for (int column = 0; column < WIDTH; column++) {
            code.store(column, to, column);
        }
        body.lload(from).lload(row).ladd().lstore(from);
        body.lload(to).loadConstant((long) WIDTH * species.vectorByteSize()).ladd().lstore(to);
        body.iinc(turns, -1).iload(turns).ifgt(again).return_();
    }

    private void tile(CodeBuilder body, Locals at, int rows, int panels) {
        code.begin(body);
        long element = (long) species.elementSize() / Byte.SIZE;
        int[] left = longs(body, at.isDense() ? 1 : rows);
        body.lload(at.a).lstore(left[0]);
        for (int row = 1; row < left.length; row++) {
            body.lload(left[row - 1]).lload(at.aRow).ladd().lstore(left[row]);
        }
        int[] right = longs(body, panels);
        body.lload(at.b).lstore(right[0]);
        for (int panel = 1; panel < panels; panel++) {
            body.lload(at.b).lload(at.bNext).ladd().lstore(right[panel]);
        }
        int columns = panels * WIDTH;
        code.zero(0);
        for (int sum = 1; sum < rows * columns; sum++) {
            code.same(sum, 0);
        }
        int[] bits = longs(body, rows);
        Label again = body.newBoundLabel();
        for (int row = 0; row < rows; row++) {
            if (at.isDense()) {
                code.bits(bits[row], left[0], row * element);
            } else {
                code.bits(bits[row], left[row], 0);
            }
        }
        for (int column = 0; column < columns; column++) {
            code.load(RIGHT - column, right[column / WIDTH], column % WIDTH);
        }
        for (int row = 0; row < rows; row++) {
            code.repeat(LEFT, bits[row]);
            for (int column = 0; column < columns; column++) {
                code.fuse(row * columns + column, LEFT, RIGHT - column);
            }
        }
        long step = at.isDense() ? Tiles.APART * element : element;
        for (int pointer : left) {
            body.lload(pointer).loadConstant(step).ladd().lstore(pointer);
        }
        for (int panel = 0; panel < panels; panel++) {
            body.lload(right[panel]);
            if (at.isDense()) {
                body.loadConstant((long) WIDTH * species.vectorByteSize());
            } else {
                body.lload(at.bRow);
            }
            body.ladd().lstore(right[panel]);
        }
        body.iinc(at.turns, -1).iload(at.turns).ifgt(again);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                code.load(RIGHT, at.out, column);
                code.add(RIGHT, RIGHT, row * columns + column);
                code.store(RIGHT, at.out, column);
            }
            body.lload(at.out).lload(at.outRow).ladd().lstore(at.out);
        }
        body.return_();
    }

    private static int[] longs(CodeBuilder body, int count) {
        int[] locals = new int[count];
        Arrays.setAll(locals, _ -> body.allocateLocal(TypeKind.LONG));
        return locals;
    }
}
