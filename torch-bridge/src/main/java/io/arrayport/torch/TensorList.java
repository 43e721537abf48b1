package io.arrayport.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of an NDList, in its order and under its names; see {@link Torch#open(NDList)}. Each has a life of its
 * own, and closing the list closes all.
 */
public final class TensorList implements AutoCloseable {
    private final List<@Nullable String> names;
    private final List<NdArray> arrays;

    private TensorList(List<@Nullable String> names, List<NdArray> arrays) {
        this.names = names;
        this.arrays = arrays;
    }

    /** All or none: what has been opened when one is refused is closed. */
    static TensorList of(NDList tensors) {
        TensorList list = new TensorList(new ArrayList<>(), new ArrayList<>());
        try {
            for (NDArray tensor : tensors) {
                list.arrays.add(Torch.torch(tensor).open());
                list.names.add(tensor.getName());
            }
        } catch (RuntimeException | Error e) {
            list.close();
            throw e;
        }
        return list;
    }

    /** How many there are. */
    public int size() {
        return arrays.size();
    }

    /** All of them; shares the list's arrays, which stay open until they or the list are closed. */
    public List<NdArray> arrays() {
        return List.copyOf(arrays);
    }

    /**
     * One of them; shares the list's array, which stays open until it or the list is closed.
     *
     * @throws IndexException if there is none
     */
    public NdArray get(int position) {
        return arrays.get(there("get", position));
    }

    /**
     * The first of this name; shares the list's array, which stays open until it or the list is closed.
     *
     * @throws NoSuchElementException if there is none; the message has the names that there are
     */
    public NdArray get(String name) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw new NoSuchElementException("torch: no tensor is named " + name + ", there are " + names);
        }
        return arrays.get(position);
    }

    /**
     * The name of one of them; null if it has none.
     *
     * @throws IndexException if there is no such one
     */
    public @Nullable String name(int position) {
        return names.get(there("name", position));
    }

    private int there(String operation, int position) {
        if (position < 0 || position >= arrays.size()) {
            throw new IndexException(operation + ": torch NDList: expected a position from 0 and below " + arrays.size()
                    + ", found " + position + "; the tensors are named " + names);
        }
        return position;
    }

    /** Closes all arrays: each gives its reference to the tensor's memory back. The NDList stays as it is. */
    @Override
    public void close() {
        arrays.forEach(NdArray::close);
    }
}
