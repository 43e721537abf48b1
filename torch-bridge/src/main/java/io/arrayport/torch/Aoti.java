package io.arrayport.torch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

import io.arrayport.core.error.ForeignDescriptorException;

/**
 * The functions of libtorch that the bridge calls. A tensor is the address of an {@code at::Tensor}, which is what
 * DJL's handles are.
 *
 * <p>AOTI's functions turn C++ exceptions into return codes. The others must never be made to throw: an exception that
 * crosses into Java aborts the JVM. Touch this class only after {@link LibTorch#require()}.
 */
final class Aoti {
    private static final String FROM_DLPACK = "_ZN2at10fromDLPackEP15DLManagedTensor";
    private static final String IS_NEG = "_ZN2at6native6is_negERKNS_6TensorE";
    private static final String IS_CONJ = "_ZN2at6native7is_conjERKNS_6TensorE";
    private static final String OPERATOR_NEW = "_Znwm";

    /** All that must be there. */
    static final List<String> SYMBOLS = List.of(FROM_DLPACK, IS_NEG, IS_CONJ, OPERATOR_NEW,
            "aoti_torch_delete_tensor_object", "aoti_torch_get_data_ptr", "aoti_torch_get_sizes",
            "aoti_torch_get_strides",
            "aoti_torch_get_dim", "aoti_torch_get_dtype", "aoti_torch_get_device_type", "aoti_torch_get_storage_size",
            "aoti_torch_get_storage_offset", "aoti_torch__reinterpret_tensor", "aoti_torch_view_dtype");

    /** What AOTI can say about a tensor. */
    enum Property {
        DATA_PTR, SIZES, STRIDES, DIM, DTYPE, DEVICE_TYPE, STORAGE_SIZE, STORAGE_OFFSET
    }

    private static final class Calls {
        /** Larger than two registers, so that every ABI returns it through memory that we name. */
        private static final StructLayout BY_MEMORY = MemoryLayout.structLayout(JAVA_LONG, JAVA_LONG, JAVA_LONG);

        static final MethodHandle FROM = bind(FROM_DLPACK, FunctionDescriptor.of(BY_MEMORY, JAVA_LONG));
        static final MethodHandle NEW_BOX = bind(OPERATOR_NEW, FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
        static final MethodHandle NEG = bind(IS_NEG, FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_LONG),
                Linker.Option.critical(false));
        static final MethodHandle CONJ = bind(IS_CONJ, FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_LONG),
                Linker.Option.critical(false));
        // Not critical: dropping the last reference runs a deleter, which may be ours.
        static final MethodHandle DELETE = bind("aoti_torch_delete_tensor_object",
                FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
        static final MethodHandle DATA_PTR = getter("get_data_ptr");
        static final MethodHandle SIZES = getter("get_sizes");
        static final MethodHandle STRIDES = getter("get_strides");
        static final MethodHandle DIM = getter("get_dim");
        static final MethodHandle DTYPE = getter("get_dtype");
        static final MethodHandle DEVICE_TYPE = getter("get_device_type");
        static final MethodHandle STORAGE_SIZE = getter("get_storage_size");
        static final MethodHandle STORAGE_OFFSET = getter("get_storage_offset");
        static final MethodHandle ALIAS = bind("aoti_torch__reinterpret_tensor", FunctionDescriptor.of(JAVA_INT,
                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS), Linker.Option.critical(true));
        static final MethodHandle VIEW = bind("aoti_torch_view_dtype",
                FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS), Linker.Option.critical(true));

        /** Critical, so that the answer can be written to the Java heap; none of them waits or calls back. */
        private static MethodHandle getter(String name) {
            return bind("aoti_torch_" + name, FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.critical(true));
        }

        private static MethodHandle bind(String name, FunctionDescriptor signature, Linker.Option... options) {
            return Linker.nativeLinker().downcallHandle(LibTorch.require().lookup().find(name).orElseThrow(), signature,
                    options);
        }
    }

    private Aoti() {}

    /**
     * Another tensor over the same storage and of the same geometry, to be given to {@link #delete}: it stays as it is
     * when the first is given other bytes, as DJL's {@code set} does.
     */
    static long alias(long tensor) {
        long[] out = new long[1];
        long ndim = get(Property.DIM, tensor, out);
        long sizes = get(Property.SIZES, tensor, out);
        long strides = get(Property.STRIDES, tensor, out);
        try {
            check((int) Calls.ALIAS.invokeExact(tensor, ndim, sizes, strides, 0L, MemorySegment.ofArray(out)),
                    "_reinterpret_tensor");
        } catch (Throwable e) {
            throw rethrown(e);
        }
        return out[0];
    }

    /** Another tensor over the same bytes, of an element type of the same size; to be given to {@link #delete}. */
    static long view(long tensor, int scalarType) {
        long[] out = new long[1];
        try {
            check((int) Calls.VIEW.invokeExact(tensor, scalarType, MemorySegment.ofArray(out)), "view_dtype");
        } catch (Throwable e) {
            throw rethrown(e);
        }
        return out[0];
    }

    /** Drops one reference; the last one frees the tensor's memory. */
    static void delete(long tensor) {
        try {
            check((int) Calls.DELETE.invokeExact(tensor), "delete_tensor_object");
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** One property, as the 64 bits it is given in; {@code scratch} has one element. */
    static long get(Property property, long tensor, long[] scratch) {
        scratch[0] = 0;
        MemorySegment out = MemorySegment.ofArray(scratch);
        try {
            int code = switch (property) {
                case DATA_PTR -> (int) Calls.DATA_PTR.invokeExact(tensor, out);
                case SIZES -> (int) Calls.SIZES.invokeExact(tensor, out);
                case STRIDES -> (int) Calls.STRIDES.invokeExact(tensor, out);
                case DIM -> (int) Calls.DIM.invokeExact(tensor, out);
                case DTYPE -> (int) Calls.DTYPE.invokeExact(tensor, out);
                case DEVICE_TYPE -> (int) Calls.DEVICE_TYPE.invokeExact(tensor, out);
                case STORAGE_SIZE -> (int) Calls.STORAGE_SIZE.invokeExact(tensor, out);
                case STORAGE_OFFSET -> (int) Calls.STORAGE_OFFSET.invokeExact(tensor, out);
            };
            check(code, property.name());
        } catch (Throwable e) {
            throw rethrown(e);
        }
        return property == Property.DTYPE || property == Property.DEVICE_TYPE ? out.get(JAVA_INT, 0) : scratch[0];
    }

    /**
     * Whether the values are the negated bytes: a view that torch has not carried out yet. Reads one bit, cannot throw.
     */
    static boolean isNegated(long tensor) {
        try {
            return (boolean) Calls.NEG.invokeExact(tensor);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Whether the values are the conjugates of the bytes. Reads one bit, cannot throw. */
    static boolean isConjugated(long tensor) {
        try {
            return (boolean) Calls.CONJ.invokeExact(tensor);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Room for an {@code at::Tensor}: DJL gives it back with C++ {@code delete}. */
    static long newBox() {
        try {
            return (long) Calls.NEW_BOX.invokeExact((long) Long.BYTES);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /**
     * Makes the tensor in {@code box} out of a {@code DLManagedTensor}, whose owner it becomes. libtorch throws on what
     * it does not take, so the caller has checked everything.
     */
    static void fromDlpack(long managed, long box) {
        SegmentAllocator inBox = (size, _) -> MemorySegment.ofAddress(box).reinterpret(size);
        try {
            MemorySegment _ = (MemorySegment) Calls.FROM.invokeExact(inBox, managed);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private static void check(int code, String what) {
        if (code != 0) {
            throw new ForeignDescriptorException("torch: libtorch refused " + what.toLowerCase(java.util.Locale.ROOT)
                    + " of a tensor; its own words are on the standard error stream");
        }
    }

    /** Method handles declare Throwable; what comes is unchecked. */
    private static RuntimeException rethrown(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }
}
