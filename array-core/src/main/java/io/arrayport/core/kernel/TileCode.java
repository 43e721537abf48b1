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
    private static final MethodTypeDesc PACK = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_int, CD_long);
    // Local variables of a tile
    private static final int A = 0;
    private static final int A_ROW = 2;
    private static final int B = 4;
    private static final int B_ROW = 6;
    private static final int B_NEXT = 8;
    private static final int TURNS = 10;
    private static final int OUT = 11;
    private static final int OUT_ROW = 13;
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
            type.withMethodBody("tile" + rows, TILE, ClassFile.ACC_STATIC, body -> tile(body, count, 1));
        }
        type.withMethodBody("tile0", TILE, ClassFile.ACC_STATIC, body -> tile(body, 1, 2));
        type.withMethodBody("add", ADD, ClassFile.ACC_PUBLIC, this::choose);
        type.withMethodBody("pack", PACK, ClassFile.ACC_PUBLIC, this::pack);
    }

    /** Calls the tile of so many rows. */
    private void choose(CodeBuilder body) {
        for (int rows = 0; rows <= Tiles.ROWS; rows++) {
            Label other = body.newLabel();
            body.iload(1).loadConstant(rows).if_icmpne(other);
            body.lload(2).lload(4).lload(6).lload(8).lload(10).iload(12).lload(13).lload(15);
            body.invokestatic(name, "tile" + rows, TILE).return_();
            body.labelBinding(other);
        }
        body.return_();
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

    private void tile(CodeBuilder body, int rows, int panels) {
        code.begin(body);
        int[] left = longs(body, rows);
        body.lload(A).lstore(left[0]);
        for (int row = 1; row < rows; row++) {
            body.lload(left[row - 1]).lload(A_ROW).ladd().lstore(left[row]);
        }
        int[] right = {B, body.allocateLocal(TypeKind.LONG)};
        body.lload(B).lload(B_NEXT).ladd().lstore(right[1]);
        int columns = panels * WIDTH;
        code.zero(0);
        for (int sum = 1; sum < rows * columns; sum++) {
            code.same(sum, 0);
        }
        int[] bits = longs(body, rows);
        Label again = body.newBoundLabel();
        for (int row = 0; row < rows; row++) {
            code.bits(bits[row], left[row]);
        }
        for (int column = 0; column < columns; column++) {
            code.load(RIGHT - column, right[column / WIDTH], column % WIDTH);
        }
        for (int row = 0; row < rows; row++) {
            code.repeat(LEFT, bits[row]);
            for (int column = 0; column < columns; column++) {
                code.fuse(row * columns + column, LEFT, RIGHT - column);
            }
            body.lload(left[row]).loadConstant((long) species.elementSize() / Byte.SIZE).ladd().lstore(left[row]);
        }
        for (int panel = 0; panel < panels; panel++) {
            body.lload(right[panel]).lload(B_ROW).ladd().lstore(right[panel]);
        }
        body.iinc(TURNS, -1).iload(TURNS).ifgt(again);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                code.load(RIGHT, OUT, column);
                code.add(RIGHT, RIGHT, row * columns + column);
                code.store(RIGHT, OUT, column);
            }
            body.lload(OUT).lload(OUT_ROW).ladd().lstore(OUT);
        }
        body.return_();
    }

    private static int[] longs(CodeBuilder body, int count) {
        int[] locals = new int[count];
        Arrays.setAll(locals, _ -> body.allocateLocal(TypeKind.LONG));
        return locals;
    }
}
