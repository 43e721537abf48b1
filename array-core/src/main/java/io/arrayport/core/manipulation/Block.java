package io.arrayport.core.manipulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Joined;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Temporaries;

/** An array, or blocks that stand beside one another. */
public sealed interface Block {
    /** How many lists it is deep. */
    int depth();

    /** The arrays in it. */
    Stream<NdArray> arrays();

    /** Where its elements lie if it is a new array with {@code ndim} axes of elements of {@code type}. */
    Layout layout(DType type, int ndim);

    /** Writes its elements to a part of the result that has its shape. */
    void write(NdArray part);

    /**
     * One block.
     *
     * @param array any
     */
    record Leaf(NdArray array) implements Block {
        @Override
        public int depth() {
            return 0;
        }

        @Override
        public Stream<NdArray> arrays() {
            return Stream.of(array);
        }

        @Override
        public Layout layout(DType type, int ndim) {
            return Ranks.atleast(array, ndim).layout();
        }

        @Override
        public void write(NdArray part) {
            part.set(array);
        }
    }

    /**
     * Blocks beside one another.
     *
     * @param blocks at least one, all of one depth
     * @param depth theirs and one
     */
    record Row(List<Block> blocks, int depth) implements Block {
        @Override
        public Stream<NdArray> arrays() {
            return blocks.stream().flatMap(Block::arrays);
        }

        @Override
        public Layout layout(DType type, int ndim) {
            List<Layout> layouts = blocks.stream().map(block -> block.layout(type, ndim)).toList();
            Shape shape = Joined.shape("block", layouts.stream().map(Layout::shape).toList(), ndim - depth);
            return Joined.layout(layouts, shape, type.itemsize());
        }

        @Override
        public void write(NdArray part) {
            int axis = part.ndim() - depth;
            long at = 0;
            for (Block block : blocks) {
                long next = at + block.layout(part.dtype(), part.ndim()).dim(axis);
                block.write(Along.slice(part, axis, at, next));
                at = next;
            }
        }
    }

    /**
     * Blocks beside one another.
     *
     * @throws ShapeException if there is none, or they are not all of one depth
     */
    static Block of(List<Block> blocks) {
        if (blocks.isEmpty()) {
            throw new ShapeException("block: a list is empty; give at least one block");
        }
        int depth = blocks.getFirst().depth();
        List<Integer> depths = new ArrayList<>();
        blocks.forEach(block -> depths.add(block.depth()));
        if (depths.stream().anyMatch(other -> other != depth)) {
            throw new ShapeException("block: blocks of one list are " + depths
                    + " lists deep; all must be equally deep");
        }
        return new Row(blocks, depth + 1);
    }

    /** The array that it is. New. */
    static NdArray join(Block block) {
        List<NdArray> arrays = block.arrays().toList();
        int ndim = Math.max(block.depth(), arrays.stream().mapToInt(NdArray::ndim).max().orElse(0));
        DType type = Promotion.resultType(arrays.stream().map(NdArray::dtype).toList(), List.of());
        return Temporaries.finished(Temporaries.empty(arrays.getFirst(), type, block.layout(type, ndim)), block::write);
    }
}
