package io.arrayport.core.kernel;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
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
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());
    private static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");
    private static final ClassDesc ORDER = ClassDesc.of("java.nio.ByteOrder");
    private static final MethodTypeDesc CAST = MethodTypeDesc.of(CD_Object, CD_Object);
    /** Vectors for a while. */
    private static final int ONE = Integer.MIN_VALUE;
    private static final int MASKED = Integer.MIN_VALUE + 1;

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

    /** Loads a vector, which lies so many vectors behind the address in a local variable. */
    void load(int vector, int address, int place) {
        exactly(vector, () -> {
            constant(SPECIES, species);
            constant(SEGMENT, Raw.MEMORY);
            address(address, place).invokeinterface(SPECIES, "fromMemorySegment",
                    MethodTypeDesc.of(VECTOR, SEGMENT, CD_long, ORDER));
        });
    }

    /** The same, or a vector at the address in another local variable if that comes before. */
    void load(int vector, int address, int place, int last) {
        exactly(vector, () -> {
            constant(SPECIES, species);
            constant(SEGMENT, Raw.MEMORY);
            code().lload(address).loadConstant((long) place * species.vectorByteSize()).ladd().lload(last)
                    .invokestatic(MATH, "min", MethodTypeDesc.of(CD_long, CD_long, CD_long));
            constant(ORDER, ByteOrder.nativeOrder()).invokeinterface(SPECIES, "fromMemorySegment",
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

    void store(int vector, int address, int place) {
        get(vector);
        constant(SEGMENT, Raw.MEMORY);
        address(address, place).invokevirtual(VECTOR, "intoMemorySegment",
                MethodTypeDesc.of(CD_void, SEGMENT, CD_long, ORDER));
    }

    private CodeBuilder address(int local, int place) {
        code().lload(local).loadConstant((long) place * species.vectorByteSize()).ladd();
        return constant(ORDER, ByteOrder.nativeOrder());
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
     * Makes those elements of the {@code vector}-th vector the greatest which are in none of {@code n}, or in one before
     * it, too, as it was loaded together with the last one.
     */
    void fill(int vector, int n) {
        Vector<?> least = species.zero().addIndex(1).lanewise(VectorOperators.NEG).lanewise(VectorOperators.ADD,
                (vector + 1L) * species.length());
        constant(CD_Class, species.maskAll(true).getClass());
        constant(VECTOR, least);
        constant(COMPARISON, VectorOperators.GT).lload(n).invokevirtual(VECTOR, "compare",
                MethodTypeDesc.of(MASK, COMPARISON, CD_long));
        code().invokevirtual(CD_Class, "cast", CAST).checkcast(MASK).astore(local(MASKED));
        exactly(vector, () -> {
            get(vector);
            constant(VECTOR, species.broadcast(-1L >>> Long.SIZE - species.elementSize() + 1)).aload(local(MASKED))
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
     * Merges halves of groups of lanes, so far as these two vectors are concerned: compares each lane with the one that
     * mirrors it in the other vector's group, then with those of its own vector that are nearer. For each step the
     * lanes are arranged so that the lesser ones go into one vector and the greater ones into the other.
     */
    void merge(int a, int b, int width) {
        int lanes = species.length();
        int half = width / 2;
        int[] places = IntStream.range(0, 2 * lanes).toArray();
        places = arrange(a, b, places, lane -> (lane & half) == 0 ? lane : lanes + lane - half,
                lane -> (lane & half) == 0 ? lanes + (lane ^ width - 1) : lane ^ half ^ width - 1);
        compare(a, b);
        for (int distance = half / 2; distance > 0; distance /= 2) {
            int apart = distance;
            places = arrange(a, b, places, lane -> (lane & apart) == 0 ? lane : lanes + lane - apart,
                    lane -> (lane & apart) == 0 ? lane + apart : lanes + lane);
            compare(a, b);
        }
        arrange(a, b, places, lane -> lane, lane -> lanes + lane);
    }

    /** Lets two vectors exchange lanes: the first gets the other's lower ones of those which are so far apart. */
    void exchange(int a, int b, int distance) {
        int lanes = species.length();
        arrange(a, b, IntStream.range(0, 2 * lanes).toArray(),
                lane -> (lane & distance) == 0 ? lane : lanes + lane - distance,
                lane -> (lane & distance) == 0 ? lane + distance : lanes + lane);
    }

    /**
     * Gives the lanes of two vectors other places. Lanes are known by where they are in the end: first all of one, then
     * all of the other.
     *
     * @param places where each is
     * @param forA what is to be in each lane of the one, and {@code forB} of the other
     * @return where each is then
     */
    private int[] arrange(int a, int b, int[] places, IntUnaryOperator forA, IntUnaryOperator forB) {
        int lanes = species.length();
        int[] then = new int[2 * lanes];
        for (int lane = 0; lane < lanes; lane++) {
            then[forA.applyAsInt(lane)] = lane;
            then[forB.applyAsInt(lane)] = lanes + lane;
        }
        select(ONE, indices(lane -> places[forA.applyAsInt(lane)]), a, b);
        select(b, indices(lane -> places[forB.applyAsInt(lane)]), a, b);
        get(ONE);
        code().astore(local(a));
        return then;
    }

    /** Returns whole numbers in the lanes of a vector. */
    private Vector<?> indices(IntUnaryOperator value) {
        long[] all = IntStream.range(0, species.length()).mapToLong(lane -> value.applyAsInt(lane)).toArray();
        return species.fromArray(species.elementType() == int.class
                ? LongStream.of(all).mapToInt(each -> (int) each).toArray() : all, 0);
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
