package io.arrayport.core.kernel;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Writes calls of the Vector API that compare elements of vectors of whole numbers. Each vector is a local variable,
 * known by a number, and always cast to its class, as {@link Template} says.
 */
final class VectorCode {
    private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
    private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    private static final ClassDesc SHUFFLE = ClassDesc.of("jdk.incubator.vector.VectorShuffle");
    private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
    private static final ClassDesc BINARY = ClassDesc.of("jdk.incubator.vector.VectorOperators$Binary");
    private static final ClassDesc COMPARISON = ClassDesc.of("jdk.incubator.vector.VectorOperators$Comparison");
    private static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");
    private static final ClassDesc ORDER = ClassDesc.of("java.nio.ByteOrder");
    private static final MethodTypeDesc CAST = MethodTypeDesc.of(CD_Object, CD_Object);
    /** Vectors for a while. */
    private static final int ONE = -1;
    private static final int OTHER = -2;

    private final VectorSpecies<?> species;
    private final List<Object> constants = new ArrayList<>();
    private final Map<Integer, Integer> locals = new HashMap<>();
    private @Nullable CodeBuilder body;

    VectorCode(VectorSpecies<?> species) {
        this.species = species;
    }

    /** Returns the data of the class that the code is of. */
    List<Object> constants() {
        return constants;
    }

    /** Begins a method. */
    void begin(CodeBuilder method) {
        body = method;
        locals.clear();
    }

    private CodeBuilder code() {
        return Objects.requireNonNull(body, "no method has begun");
    }

    /** Returns whether a vector has been loaded. */
    boolean has(int vector) {
        return locals.containsKey(vector);
    }

    /** Loads a vector, which lies so many vectors behind the address in a local variable. */
    void load(int vector, int address, int place) {
        load(vector, () -> address(address, place));
    }

    /** Loads a vector, which lies so many times the bytes in another local variable behind the address. */
    void load(int vector, int address, int apart, int times) {
        load(vector, () -> address(address, 0, apart, times));
    }

    private void load(int vector, Runnable address) {
        exactly(vector, () -> {
            constant(SPECIES, species);
            constant(SEGMENT, Raw.MEMORY);
            address.run();
            code().invokeinterface(SPECIES, "fromMemorySegment",
                    MethodTypeDesc.of(VECTOR, SEGMENT, CD_long, ORDER));
        });
    }

    void store(int vector, int address, int place) {
        store(vector, () -> address(address, place));
    }

    /** Stores a vector so many vectors, and so many times the bytes in another local variable, behind the address. */
    void store(int vector, int address, int place, int apart, int times) {
        store(vector, () -> address(address, place, apart, times));
    }

    private void store(int vector, Runnable address) {
        get(vector);
        constant(SEGMENT, Raw.MEMORY);
        address.run();
        code().invokevirtual(VECTOR, "intoMemorySegment", MethodTypeDesc.of(CD_void, SEGMENT, CD_long, ORDER));
    }

    private void address(int local, int place) {
        code().lload(local).loadConstant((long) place * species.vectorByteSize()).ladd();
        constant(ORDER, ByteOrder.nativeOrder());
    }

    private void address(int local, int place, int apart, int times) {
        code().lload(local).lload(apart).loadConstant((long) times).lmul().ladd()
                .loadConstant((long) place * species.vectorByteSize()).ladd();
        constant(ORDER, ByteOrder.nativeOrder());
    }

    /** Makes all elements of the {@code vector}-th vector the greatest that are not among the first {@code n}. */
    void fill(int vector, int n) {
        Vector<?> places = species.zero().addIndex(1).lanewise(VectorOperators.ADD, (long) vector * species.length());
        constant(CD_Class, species.maskAll(true).getClass());
        constant(VECTOR, places);
        constant(COMPARISON, VectorOperators.GE).lload(n).invokevirtual(VECTOR, "compare",
                MethodTypeDesc.of(MASK, COMPARISON, CD_long));
        code().invokevirtual(CD_Class, "cast", CAST).checkcast(MASK).astore(local(OTHER));
        exactly(vector, () -> {
            get(vector);
            constant(VECTOR, species.broadcast(-1L >>> Long.SIZE - species.elementSize() + 1)).aload(local(OTHER))
                    .invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, VECTOR, MASK));
        });
    }

    /** Leaves the lesser elements in the first vector, and the greater ones in the other. */
    void compare(int low, int high) {
        binary(ONE, low, VectorOperators.MIN, high);
        binary(high, low, VectorOperators.MAX, high);
        get(ONE);
        code().astore(local(low));
    }

    /**
     * Compares elements with those that mirror them in groups of lanes of the other vector, and leaves the lesser ones
     * in the groups' first halves.
     */
    void mirror(int vector, int other, int width) {
        VectorShuffle<?> mirror = VectorTypes.swap(species, width - 1);
        swap(other, other, mirror);
        binary(ONE, vector, VectorOperators.MIN, other);
        binary(OTHER, vector, VectorOperators.MAX, other);
        blend(vector, ONE, OTHER, width / 2);
        blend(other, OTHER, ONE, width / 2);
        swap(other, other, mirror);
    }

    /** Compares lanes that are so far apart. */
    void compareLanes(int vector, int distance) {
        swap(ONE, vector, VectorTypes.swap(species, distance));
        binary(OTHER, vector, VectorOperators.MAX, ONE);
        binary(vector, vector, VectorOperators.MIN, ONE);
        blend(vector, vector, OTHER, distance);
    }

    /** Lets two vectors exchange lanes: the first gets the other's lower ones of those which are so far apart. */
    void exchange(int a, int b, int distance) {
        select(ONE, half(distance, 0), a, b);
        select(b, half(distance, distance), a, b);
        get(ONE);
        code().astore(local(a));
    }

    private Vector<?> half(int distance, int lower) {
        return species.zero().addIndex(1).lanewise(VectorOperators.AND, ~distance).lanewise(VectorOperators.ADD, lower)
                .lanewise(VectorOperators.ADD, species.length(), upper(distance));
    }

    @SuppressWarnings("unchecked") // of the species that it is used for
    private <E> VectorMask<E> upper(int distance) {
        long bits = 0;
        for (int i = 0; i < species.length(); i++) {
            bits |= (i & distance) != 0 ? 1L << i : 0;
        }
        return (VectorMask<E>) VectorMask.fromLong(species, bits);
    }

    private void binary(int to, int a, VectorOperators.Binary operator, int b) {
        exactly(to, () -> {
            get(a);
            constant(BINARY, operator);
            get(b);
            code().invokevirtual(VECTOR, "lanewise", MethodTypeDesc.of(VECTOR, BINARY, VECTOR));
        });
    }

    private void swap(int to, int a, VectorShuffle<?> shuffle) {
        exactly(to, () -> {
            get(a);
            constant(SHUFFLE, shuffle).invokevirtual(VECTOR, "rearrange", MethodTypeDesc.of(VECTOR, SHUFFLE));
        });
    }

    private void blend(int to, int a, int b, int distance) {
        exactly(to, () -> {
            get(a);
            get(b);
            constant(MASK, upper(distance)).invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, VECTOR, MASK));
        });
    }

    private void select(int to, Vector<?> lanes, int a, int b) {
        exactly(to, () -> {
            constant(VECTOR, lanes);
            get(a);
            get(b);
            code().invokevirtual(VECTOR, "selectFrom", MethodTypeDesc.of(VECTOR, VECTOR, VECTOR));
        });
    }

    private void exactly(int vector, Runnable value) {
        constant(CD_Class, species.vectorType());
        value.run();
        code().invokevirtual(CD_Class, "cast", CAST).checkcast(VECTOR).astore(local(vector));
    }

    private void get(int vector) {
        code().aload(local(vector));
    }

    private int local(int vector) {
        return locals.computeIfAbsent(vector, _ -> code().allocateLocal(TypeKind.REFERENCE));
    }

    private CodeBuilder constant(ClassDesc type, Object value) {
        int index = constants.indexOf(value);
        if (index < 0) {
            index = constants.size();
            constants.add(value);
        }
        return code().ldc(DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME, type,
                index));
    }
}
