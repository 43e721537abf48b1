package io.arrayport.core.text;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.kernel.TextKernel;
import io.arrayport.core.kernel.TextKernels;
import io.arrayport.core.kernel.TextOp;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.loop.Walk;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.OrderOption;
import org.jspecify.annotations.Nullable;

/** Goes through the elements of several arrays, broadcast, of which the first holds strings. */
final class TextLoop {
    /** What is done at the addresses of one element of each array, those of results last. */
    interface Body {
        void run(long[] at);
    }

    /** The same of several elements, for what does without objects: one call for each would cost more than the work. */
    private interface Strips extends Body {
        /** @param strides in bytes, of each array */
        void run(long[] at, long[] strides, long n);

        @Override
        default void run(long[] at) {
            run(at, new long[at.length], 1);
        }
    }

    /** What is made of one element of each array. */
    interface Maker {
        Text make(long[] at);
    }

    private final String operation;
    private final List<NdArray> inputs;
    private final Shape shape;
    /** Of what is made now: of strings of any length, they know where bytes go. */
    private List<DType> resultTypes = List.of();

    private TextLoop(String operation, List<NdArray> inputs) {
        this.operation = operation;
        this.inputs = inputs;
        Shape all = inputs.getFirst().shape();
        for (NdArray input : inputs) {
            all = all.equals(input.shape()) ? all : Shape.broadcast(operation, all, input.shape());
        }
        this.shape = all;
    }

    /**
     * Runs a function of inputs in native order; what is made on the way ends with it.
     *
     * @param inputs the first one of strings
     * @throws DTypeException if it is not
     * @throws DeviceException if one lies on a device
     */
    static <T> T run(String operation, List<NdArray> inputs, Function<TextLoop, T> function) {
        type(operation, inputs.getFirst());
        for (NdArray input : inputs) {
            if (!input.device().type().isHost()) {
                throw new DeviceException(operation + ": strings are computed in main memory, an operand lies on "
                        + input.device() + "; copy it with toDevice(Device.CPU)");
            }
        }
        try (Scope scope = Scope.open()) {
            List<NdArray> natively = new ArrayList<>();
            for (NdArray input : inputs) {
                natively.add(input.dtype().isNative() ? input
                        : input.astype(input.dtype().withOrder(ByteOrder.nativeOrder()), new OrderOption(Order.K)));
            }
            T result = function.apply(new TextLoop(operation, natively));
            keep(scope, result);
            return result;
        }
    }

    private static void keep(Scope scope, Object result) {
        if (result instanceof NdArray array) {
            scope.keep(array);
        } else if (result instanceof List<?> several) {
            several.forEach(one -> keep(scope, one));
        }
    }

    /** @throws DTypeException if elements are no strings */
    static FlexibleType type(String operation, NdArray array) {
        if (array.dtype() instanceof FlexibleType type && (type instanceof TextType || type instanceof StringType)) {
            return type;
        }
        throw new DTypeException(operation + ": elements are " + array.dtype() + ", not strings; convert them with "
                + "astype(np.str_)");
    }

    /** @throws DTypeException if elements are not of the kind of the first array's, both bytes or both characters */
    FlexibleType type(int i) {
        FlexibleType type = type(operation, inputs.get(i));
        if (type instanceof BytesType != inputs.getFirst().dtype() instanceof BytesType) {
            throw new DTypeException(operation + ": operand " + i + " is of " + type + ", operand 0 of "
                    + inputs.getFirst().dtype() + "; encode or decode one of them");
        }
        return type;
    }

    /**
     * The type of strings that are made of those of the inputs: of any length if any of these are.
     *
     * @param length of the others, in characters
     */
    FlexibleType made(int length) {
        DType all = null;
        for (NdArray input : inputs) {
            if (input.dtype() instanceof StringType type) {
                all = all == null ? type : Promotion.promoteTypes(all, type);
            }
        }
        return all != null ? (StringType) all : ((TextType) type(0)).withLength(length);
    }

    /** The same of as many characters as elements of the first input have room for. */
    FlexibleType made() {
        return made(inputs.getFirst().dtype() instanceof TextType type ? type.length() : 0);
    }

    /** Whether the strings of an input have a fixed width. */
    boolean isFixed(int i) {
        return inputs.get(i).dtype() instanceof TextType;
    }

    /** Whether an input is one string, which has characters. */
    boolean isWord(int i) {
        boolean[] is = {inputs.get(i).size() == 1};
        if (is[0]) {
            each(i, one -> is[0] = one.length() > 0);
        }
        return is[0];
    }

    /** Writes an element of the k-th result, from within its body. */
    void put(Text text, int k, long[] at) {
        text.store((FlexibleType) resultTypes.get(k), at[inputs.size() + k]);
    }

    /** Results of a type, laid out as the inputs are. */
    NdArray give(DType type, Body body) {
        Layout[] layouts = new Layout[inputs.size()];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] = inputs.get(i).layout().broadcastTo(shape);
        }
        return give(List.of(type), Fresh.like(shape, type.itemsize(), layouts), body).getFirst();
    }

    /** The same by a kernel: all inputs that are strings have fixed widths. */
    NdArray give(DType type, TextOp op) {
        long[] widths = widths(1);
        widths[inputs.size()] = type instanceof TextType text ? text.length() : 0;
        return give(type, strips(op, widths));
    }

    /** Strings of fixed widths, as wide as the widest of them. */
    NdArray giveWidest(TextOp op) {
        long[] widths = look(op, 1);
        return give(made((int) widths[inputs.size()]), strips(op, widths));
    }

    /** Several of these, row-major. */
    List<NdArray> giveWidest(TextOp op, int results) {
        long[] widths = look(op, results);
        List<FlexibleType> types = new ArrayList<>();
        for (int k = 0; k < results; k++) {
            types.add(made((int) widths[inputs.size() + k]));
        }
        return giveAll(types, strips(op, widths));
    }

    private long[] look(TextOp op, int results) {
        long[] widths = widths(results);
        TextKernel kernel = kernel(op);
        Strips look = (at, strides, n) -> kernel.look(at, strides, widths, n);
        each(look);
        for (int k = 0; k < results; k++) {
            Filling.requireFits(operation, widths[inputs.size() + k]);
        }
        return widths;
    }

    /** Of the inputs, whose characters are all of one size, and of results the least one. */
    private long[] widths(int results) {
        long[] widths = new long[inputs.size() + results];
        Arrays.fill(widths, 1);
        for (int i = 0; i < inputs.size(); i++) {
            widths[i] = isFixed(i) ? ((TextType) type(i)).length() : 0;
        }
        return widths;
    }

    private Strips strips(TextOp op, long[] widths) {
        TextKernel kernel = kernel(op);
        return (at, strides, n) -> kernel.run(at, strides, widths, n);
    }

    private TextKernel kernel(TextOp op) {
        return TextKernels.of(op, ((TextType) type(0)).unit());
    }

    /** Several results, row-major. */
    List<NdArray> giveAll(List<? extends DType> types, Body body) {
        return give(types, null, body);
    }

    /** Strings of the kind of the first array's, as wide as the widest of them; they are made twice. */
    NdArray giveWidest(Maker maker) {
        return giveWidest(maker, Text::length);
    }

    /** As {@link #giveWidest(Maker)}, where something else is their width. */
    NdArray giveWidest(Maker maker, ToIntFunction<Text> width) {
        if (made() instanceof StringType type) {
            return give(type, at -> put(maker.make(at), 0, at));
        }
        int[] widest = {1};
        each(at -> widest[0] = Math.max(widest[0], width.applyAsInt(maker.make(at))));
        return give(made(widest[0]), at -> put(maker.make(at), 0, at));
    }

    /** Only looks. */
    void each(Body body) {
        give(List.of(), null, body);
    }

    /** Only looks at the strings of one input, if there is anything that they stand beside. */
    void each(int i, Consumer<Text> look) {
        if (shape.size() > 0) {
            FlexibleType type = type(i);
            Text text = new Text();
            new TextLoop(operation, inputs.subList(i, i + 1)).each(at -> look.accept(text.load(type, at[0])));
        }
    }

    private List<NdArray> give(List<? extends DType> types, @Nullable Layout layout, Body body) {
        List<Operand> all = new ArrayList<>();
        for (NdArray input : inputs) {
            all.add(Operand.of(input.dtype(), input.layout().broadcastTo(shape), input.storage()));
        }
        Device device = inputs.getFirst().device();
        Backend backend = Backend.of(operation, all);
        List<NdArray> results = new ArrayList<>();
        for (DType type : types) {
            Layout made = layout == null ? Layout.contiguous(shape, type.itemsize()) : layout;
            Storage storage = backend.allocate(device, made.endByte(type.itemsize()));
            results.add(NdArray.of(storage, type, made));
            all.add(Operand.of(type, made, storage));
        }
        resultTypes = results.stream().map(NdArray::dtype).toList();
        Body checked = MissingStrings.around(operation, inputs.stream().map(NdArray::dtype).toList(), resultTypes,
                body);
        int held = 0;
        try {
            for (NdArray input : inputs) {
                input.storage().acquireOnHost();
                held++;
            }
            if (shape.size() > 0) {
                walk(all, checked);
            }
        } finally {
            inputs.subList(0, held).forEach(input -> input.storage().release());
        }
        return results;
    }

    private static void walk(List<Operand> all, Body body) {
        Walk walk = Walk.of(Order.C, true, all.stream().map(Operand::layout).toArray(Layout[]::new));
        long[] at = walk.first();
        for (int i = 0; i < at.length; i++) {
            at[i] += all.get(i).storage().address();
        }
        if (walk.ndim() == 0) {
            body.run(at);
        } else {
            walk(walk, walk.ndim() - 1, at, body);
        }
    }

    private static void walk(Walk walk, int axis, long[] at, Body body) {
        long[] next = at.clone();
        long[] strides = new long[at.length];
        for (int operand = 0; operand < strides.length; operand++) {
            strides[operand] = walk.stride(operand, axis);
        }
        long n = walk.dim(axis);
        if (axis == 0) {
            strip(next, strides, n, body);
            return;
        }
        for (long i = 0; i < n; i++) {
            walk(walk, axis - 1, next, body);
            advance(next, strides);
        }
    }

    private static void strip(long[] at, long[] strides, long n, Body body) {
        if (body instanceof Strips strips) {
            strips.run(at, strides, n);
            return;
        }
        for (long i = 0; i < n; i++) {
            body.run(at);
            advance(at, strides);
        }
    }

    private static void advance(long[] at, long[] strides) {
        for (int operand = 0; operand < at.length; operand++) {
            at[operand] += strides[operand];
        }
    }
}
