package io.arrayport.core.kernel;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Writes calls of the Vector API. Each vector is a local variable,
 * known by a number, and always cast to its class, as {@link Template} says.
 */
final class VectorCode {
    private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
    private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
    private static final ClassDesc REPEATED = ClassDesc.of(Repeated.class.getName());
    private static final ClassDesc UNARY = ClassDesc.of("jdk.incubator.vector.VectorOperators$Unary");
    private static final ClassDesc BINARY = ClassDesc.of("jdk.incubator.vector.VectorOperators$Binary");
    private static final ClassDesc COMPARISON = ClassDesc.of("jdk.incubator.vector.VectorOperators$Comparison");
    private static final ClassDesc TERNARY = ClassDesc.of("jdk.incubator.vector.VectorOperators$Ternary");
    private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());
    private static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");
    private static final ClassDesc ORDER = ClassDesc.of("java.nio.ByteOrder");
    private static final MethodTypeDesc LOAD = MethodTypeDesc.of(VECTOR, CD_long);
    private static final MethodTypeDesc LOAD_LAST = MethodTypeDesc.of(VECTOR, CD_long, CD_long, CD_long, VECTOR);
    private static final MethodTypeDesc LANES = MethodTypeDesc.of(VECTOR, VECTOR);
    private static final MethodTypeDesc CAST = MethodTypeDesc.of(CD_Object, CD_Object);
    /** Bytes of code that the JVM's first compiler inlines. */
    private static final int INLINED = 35;
    /** Vectors for a while. */
    private static final int ONE = Integer.MIN_VALUE;
    private static final int MASKED = Integer.MIN_VALUE + 1;

    private final VectorSpecies<?> species;
    private final List<Object> constants = new ArrayList<>();
    private final Map<Integer, Integer> locals = new HashMap<>();
    private @Nullable CodeBuilder body;
    private @Nullable ClassDesc owner;
    /** What a {@link #method} selects lanes by, and in which local variables it is: 0 is none yet. */
    private final Map<Vector<?>, Integer> lanes = new LinkedHashMap<>();

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

    /** Loads a vector, which lies so many vectors behind the address in a local variable. */
    void load(int vector, int address, int place) {
        exactly(vector, () -> {
            constant(SPECIES, species);
            constant(SEGMENT, Raw.MEMORY);
            address(address, place).invokeinterface(SPECIES, "fromMemorySegment",
                    MethodTypeDesc.of(VECTOR, SEGMENT, CD_long, ORDER));
        });
    }

    /** Lets the compiler know that there is an address in a local variable: see {@link Raw#address}. */
    void known(int address) {
        code().lload(address).invokestatic(RAW, "address", MethodTypeDesc.of(CD_long, CD_long)).lstore(address);
    }

    /** Returns the local variable that holds the address of the last vector of {@code n} elements. */
    int last(int address, int n) {
        int last = code().allocateLocal(TypeKind.LONG);
        code().lload(address).lload(n).loadConstant((long) species.length()).lsub()
                .loadConstant((long) species.elementSize() / Byte.SIZE).lmul().ladd().lstore(last);
        known(last);
        return last;
    }

    /**
     * Writes methods of the class that the code is of, for {@link #row}, {@link #lastRow} and {@link #method}. They are
     * too long for the JVM's first compiler to inline: it inlines all that the Vector API does with what it knows the
     * class of, so that a dozen loads take the registers of a method.
     */
    void writeLoads(ClassBuilder type, ClassDesc name) {
        owner = name;
        type.withMethodBody("row", LOAD, ClassFile.ACC_STATIC, method -> {
            begin(method);
            pad();
            load(0, 0, 0);
            get(0);
            method.areturn();
        });
        type.withMethodBody("lastRow", LOAD_LAST, ClassFile.ACC_STATIC, method -> {
            int last = 2;
            int n = 4;
            int least = 6;
            begin(method);
            pad();
            method.lload(0).lload(last).invokestatic(ClassDesc.of(Math.class.getName()), "min",
                    MethodTypeDesc.of(CD_long, CD_long, CD_long)).lstore(0);
            load(0, 0, 0);
            constant(CD_Class, species.maskAll(true).getClass());
            method.aload(least);
            constant(COMPARISON, VectorOperators.GT).lload(n).invokevirtual(VECTOR, "compare",
                    MethodTypeDesc.of(MASK, COMPARISON, CD_long));
            method.invokevirtual(CD_Class, "cast", CAST).checkcast(MASK).astore(local(MASKED));
            get(0);
            constant(VECTOR, species.broadcast(-1L >>> Long.SIZE - species.elementSize() + 1));
            get(MASKED);
            method.invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, VECTOR, MASK)).areturn();
        });
        type.withMethodBody("lanes", LANES, ClassFile.ACC_STATIC, method -> {
            begin(method);
            pad();
            method.aload(0).areturn();
        });
    }

    /**
     * Writes a method that returns nothing. What it selects lanes by comes first, from {@code lanes}, and is no
     * constant to the JVM's first compiler; so it is rehearsed.
     */
    void method(ClassBuilder type, String name, MethodTypeDesc parameters, Runnable work) {
        lanes.clear();
        ClassFile.of().build(owner(), rehearsal -> rehearsal.withMethodBody(name, parameters, ClassFile.ACC_STATIC,
                body -> {
                    begin(body);
                    work.run();
                    body.return_();
                }));
        type.withMethodBody(name, parameters, ClassFile.ACC_STATIC, body -> {
            begin(body);
            for (Map.Entry<Vector<?>, Integer> each : lanes.entrySet()) {
                each.setValue(body.allocateLocal(TypeKind.REFERENCE));
                constant(VECTOR, each.getKey()).invokestatic(owner(), "lanes", LANES).astore(each.getValue());
            }
            work.run();
            body.return_();
        });
    }

    private void pad() {
        for (int i = 0; i < INLINED; i++) {
            code().nop();
        }
    }

    /** Loads a vector, which lies so many vectors behind the address in a local variable. */
    void row(int vector, int address, int place) {
        place(address, place).invokestatic(owner(), "row", LOAD).astore(local(vector));
    }

    /**
     * Loads vector {@code place} of {@code n} elements, or the {@code last} one if that comes before; and makes those
     * elements the greatest which are in no vector, or in one before it, too.
     */
    void lastRow(int vector, int address, int place, int last, int n) {
        Vector<?> least = species.zero().addIndex(1).lanewise(VectorOperators.NEG).lanewise(VectorOperators.ADD,
                (place + 1L) * species.length());
        place(address, place).lload(last).lload(n);
        constant(VECTOR, least).invokestatic(owner(), "lastRow", LOAD_LAST).astore(local(vector));
    }

    private ClassDesc owner() {
        return Objects.requireNonNull(owner, "no loads are written");
    }

    void store(int vector, int address, int place) {
        get(vector);
        constant(SEGMENT, Raw.MEMORY);
        address(address, place).invokevirtual(VECTOR, "intoMemorySegment",
                MethodTypeDesc.of(CD_void, SEGMENT, CD_long, ORDER));
    }

    private CodeBuilder address(int local, int place) {
        place(local, place);
        return constant(ORDER, ByteOrder.nativeOrder());
    }

    private CodeBuilder place(int local, int place) {
        return code().lload(local).loadConstant((long) place * species.vectorByteSize()).ladd();
    }

    /** Makes a vector of zeros: one of its own, as {@link Template} wants what a loop carries. */
    void zero(int vector) {
        exactly(vector, () -> {
            constant(SPECIES, species);
            code().lconst_0().invokeinterface(SPECIES, "broadcast", MethodTypeDesc.of(VECTOR, CD_long));
        });
    }

    /** Makes a vector the same as another. */
    void same(int vector, int other) {
        get(other);
        code().astore(local(vector));
    }

    /** Leaves in a local variable the bits of the element, of 4 bytes or 8, so far behind the address in another. */
    void bits(int to, int address, long behind) {
        boolean narrow = species.elementSize() == Integer.SIZE;
        code().lload(address).loadConstant(behind).ladd().invokestatic(RAW, narrow ? "i32" : "i64",
                MethodTypeDesc.of(narrow ? CD_int : CD_long, CD_long));
        if (narrow) {
            code().i2l();
        }
        code().lstore(to);
    }

    /** Makes a vector whose elements have the bits in a local variable. */
    void repeat(int vector, int bits) {
        exactly(vector, () -> {
            constant(SPECIES, Repeated.whole(species));
            code().lload(bits).invokeinterface(SPECIES, "broadcast", MethodTypeDesc.of(VECTOR, CD_long));
            constant(SPECIES, species);
            code().iconst_0().invokevirtual(VECTOR, "reinterpretShape",
                    MethodTypeDesc.of(VECTOR, SPECIES, CD_int));
        });
    }

    /** Adds to a vector the product of two others, which is not rounded. */
    void fuse(int sum, int a, int b) {
        exactly(sum, () -> {
            get(a);
            constant(TERNARY, VectorOperators.FMA);
            get(b);
            get(sum);
            code().invokevirtual(VECTOR, "lanewise", MethodTypeDesc.of(VECTOR, TERNARY, VECTOR, VECTOR));
        });
    }

    void add(int to, int a, int b) {
        exactly(to, () -> {
            get(a);
            get(b);
            code().invokevirtual(VECTOR, "add", MethodTypeDesc.of(VECTOR, VECTOR));
        });
    }

    /**
     * Leaves the lesser elements in the first vector, and the greater ones in the other. What the Vector API makes of
     * vectors of a known class is of that class: no cast is needed, of which the JVM's first compiler makes more code
     * than of all else.
     */
    void compare(int low, int high) {
        combine(ONE, low, VectorOperators.MIN, high);
        combine(high, low, VectorOperators.MAX, high);
        get(ONE);
        code().astore(local(low));
    }

    private void combine(int to, int a, VectorOperators.Binary operator, int b) {
        get(a);
        constant(BINARY, operator);
        get(b);
        code().invokevirtual(VECTOR, "lanewise", MethodTypeDesc.of(VECTOR, BINARY, VECTOR)).astore(local(to));
    }

    /**
     * Makes a vector of lanes of two others: which they are says their number, first all of one, then all of the other.
     */
    void select(int to, int[] places, int a, int b) {
        select(to, species.fromArray(species.elementType() == int.class ? places
                : IntStream.of(places).asLongStream().toArray(), 0), a, b);
    }

    /** Repeats the element, of so many bytes, at the address in a local variable. */
    void repeat(int vector, int bytes, int address) {
        VectorSpecies<?> whole = Repeated.whole(species);
        exactly(vector, () -> {
            constant(CD_Class, whole.vectorType());
            constant(SPECIES, whole);
            code().loadConstant(bytes).lload(address).invokestatic(REPEATED, "bits",
                    MethodTypeDesc.of(CD_long, CD_int, CD_long));
            code().invokeinterface(SPECIES, "broadcast", MethodTypeDesc.of(VECTOR, CD_long));
            code().invokevirtual(CD_Class, "cast", CAST).checkcast(VECTOR);
            constant(SPECIES, species);
            code().iconst_0().invokevirtual(VECTOR, "reinterpretShape",
                    MethodTypeDesc.of(VECTOR, SPECIES, CD_int));
        });
    }

    void move(int to, int from) {
        get(from);
        code().astore(local(to));
    }

    void unary(int to, VectorOperators.Unary operator, int a) {
        exactly(to, () -> {
            get(a);
            constant(UNARY, operator).invokevirtual(VECTOR, "lanewise", MethodTypeDesc.of(VECTOR, UNARY));
        });
    }

    /** Compares, into a mask, which has a number as vectors do. */
    void test(int to, int a, VectorOperators.Comparison comparison, int b) {
        constant(CD_Class, species.maskAll(true).getClass());
        get(a);
        constant(COMPARISON, comparison);
        get(b);
        code().invokevirtual(VECTOR, "compare", MethodTypeDesc.of(MASK, COMPARISON, VECTOR));
        code().invokevirtual(CD_Class, "cast", CAST).checkcast(MASK).astore(local(to));
    }

    /** Takes elements of one vector where a mask is set, else of the other. */
    void choose(int to, int mask, int a, int b) {
        exactly(to, () -> {
            get(b);
            get(a);
            get(mask);
            code().invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, VECTOR, MASK));
        });
    }

    void binary(int to, int a, VectorOperators.Binary operator, int b) {
        exactly(to, () -> {
            get(a);
            constant(BINARY, operator);
            get(b);
            code().invokevirtual(VECTOR, "lanewise", MethodTypeDesc.of(VECTOR, BINARY, VECTOR));
        });
    }

    /** As {@link #compare} does: those of which lanes are a constant. */
    private void select(int to, Vector<?> places, int a, int b) {
        int known = lanes.computeIfAbsent(places, _ -> 0);
        if (known > 0) {
            code().aload(known);
        } else {
            constant(VECTOR, places);
        }
        get(a);
        get(b);
        code().invokevirtual(VECTOR, "selectFrom", MethodTypeDesc.of(VECTOR, VECTOR, VECTOR)).astore(local(to));
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
