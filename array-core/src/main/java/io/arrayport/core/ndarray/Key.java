package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.Indexing;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.selection.Part;
import io.arrayport.core.selection.Selection;
import io.arrayport.core.ufunc.Input;
import io.arrayport.core.ufunc.UFunc;
import org.jspecify.annotations.Nullable;

/**
 * An index with arrays in it.
 *
 * @param owned arrays made of numbers that stand in the index, closed with this
 */
record Key(List<Part> parts, List<Storage> owned) implements AutoCloseable {

    /** Whether strides can say all of an index. */
    static boolean isBasic(List<? extends Index> indices) {
        for (int i = 0; i < indices.size(); i++) {
            if (!(indices.get(i) instanceof Index.Basic)) {
                return false;
            }
        }
        return true;
    }

    /** NumPy's {@code array[indices]}: a view where strides can say it, else a copy. */
    static NdArray get(NdArray array, List<? extends Index> indices) {
        if (isBasic(indices)) {
            return array.view(Indexing.apply(array.layout(), indices));
        }
        try (Key key = of(array, indices)) {
            return Arithmetic.wrap(Selection.get("get", array.operand(), key.parts));
        }
    }

    /** NumPy's {@code array[indices] = value}. */
    static void set(NdArray array, List<? extends Index> indices, NdArray value) {
        if (isBasic(indices)) {
            Assignment.assign("set", array.view(Indexing.apply("set", array.layout(), indices)), value);
            return;
        }
        if (array.dtype() instanceof StructType struct && !struct.isFull()) {
            setFields(array, indices, value);
            return;
        }
        try (Key key = of(array, indices)) {
            Selection.set("set", array.operand(), key.parts, value.operand());
        }
    }

    /** Of records with bytes between the fields, which stay as they are: all bytes are read and written back. */
    private static void setFields(NdArray array, List<? extends Index> indices, NdArray value) {
        array.operand().requireWriteable("set", "this array");
        NdArray whole = array.view(new VoidType(array.itemsize()), array.layout());
        try (NdArray read = get(whole, indices)) {
            Assignment.assign("set", read.view(array.dtype(), read.layout()), value);
            set(whole, indices, read);
        }
    }

    /**
     * NumPy's {@code array[indices] = value}.
     *
     * @param value Number or Complex
     */
    static void set(NdArray array, List<? extends Index> indices, Object value) {
        if (isBasic(indices)) {
            Assignment.fill("set", array.view(Indexing.apply("set", array.layout(), indices)), value);
            return;
        }
        int itemsize = array.itemsize();
        try (Key key = of(array, indices);
                Storage one = Backend.of("set", array.device()).allocate(array.device(), itemsize)) {
            NdArray scalar = NdArray.of(one, array.dtype(), Layout.contiguous(Shape.of(), itemsize));
            Assignment.fill("set", scalar, value);
            if (array.dtype() instanceof StructType struct && !struct.isFull()) {
                setFields(array, indices, scalar);
            } else {
                Selection.set("set", array.operand(), key.parts, scalar.operand());
            }
        }
    }

    /** NumPy's {@code ufunc.at(array, indices, b)}. */
    static void at(UFunc ufunc, NdArray array, List<? extends Index> indices, @Nullable Input b) {
        try (Key key = of(array, indices)) {
            Selection.at(ufunc, array.operand(), key.parts, b);
        }
    }

    private static Key of(NdArray array, List<? extends Index> indices) {
        List<Part> parts = new ArrayList<>(indices.size());
        List<Storage> owned = new ArrayList<>();
        boolean done = false;
        try {
            for (Index index : indices) {
                parts.add(switch (index) {
                    case Index.Basic basic -> new Part.Plain(basic);
                    case Index.Truth(boolean value) ->
                        listed(array, new Index.Listed(Shape.of(), List.of(value ? 1L : 0L), true), owned);
                    case Index.Listed listed -> listed(array, listed, owned);
                    case NdArray positions -> new Part.Array(positions.operand());
                    case Index.Array other -> throw new IndexException("index: " + other.getClass().getName()
                            + " is no array that can be read; give an NdArray");
                });
            }
            done = true;
            return new Key(parts, owned);
        } finally {
            if (!done) {
                owned.forEach(Storage::close);
            }
        }
    }

    private static Part listed(NdArray beside, Index.Listed listed, List<Storage> owned) {
        DType type = listed.bools() ? DType.BOOL : DType.INT64;
        Layout layout = Layout.contiguous(listed.shape(), type.itemsize());
        Backend backend = Backend.of("index", beside.device());
        Storage storage = backend.allocate(beside.device(), layout.endByte(type.itemsize()));
        owned.add(storage);
        if (beside.device().type().isHost()) {
            write(type, listed, storage);
        } else {
            try (Storage here = Storage.allocate(storage.byteSize())) {
                write(type, listed, here);
                backend.upload(here.address(), storage, 0, storage.byteSize());
            }
        }
        return new Part.Array(Operand.of(type, layout, storage));
    }

    private static void write(DType type, Index.Listed listed, Storage storage) {
        for (int i = 0; i < listed.values().size(); i++) {
            Element.set(type, storage.address() + (long) i * type.itemsize(), listed.values().get(i));
        }
    }

    @Override
    public void close() {
        owned.forEach(Storage::close);
    }
}
