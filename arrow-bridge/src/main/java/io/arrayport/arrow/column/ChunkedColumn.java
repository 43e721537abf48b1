package io.arrayport.arrow.column;

import static io.arrayport.core.Np.np;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.ndarray.NdArray;

/**
 * One column of a table whose batches lie apart: chunks, in order. Borrows them.
 *
 * @param chunks of the field's type
 */
public record ChunkedColumn(ArrowField field, List<ArrowColumn> chunks) {
    /**
     * Shares the chunks.
     *
     * @throws DTypeException where a chunk is of another type than the field
     */
    public ChunkedColumn {
        chunks = List.copyOf(chunks);
        for (ArrowColumn chunk : chunks) {
            if (!chunk.field().holdsAs(field)) {
                throw new DTypeException("column \"" + field.name() + "\": expected chunks of "
                        + field.typeText() + ", found " + chunk.field().typeText());
            }
        }
    }

    /** Rows of all chunks. */
    public long length() {
        long rows = 0;
        for (ArrowColumn chunk : chunks) {
            rows = Math.addExact(rows, chunk.length());
        }
        return rows;
    }

    /** Null rows of all chunks. */
    public long nullCount() {
        return chunks.stream().mapToLong(chunk -> chunk.validity().nullCount()).sum();
    }

    /** Where row {@code i} lies: a chunk, and the row in it. */
    public record Place(int chunk, long row) {}

    /**
     * Finds row {@code i}.
     *
     * @throws IndexException where there is no such row
     */
    public Place place(long i) {
        long left = i;
        for (int chunk = 0; left >= 0 && chunk < chunks.size(); chunk++) {
            long rows = chunks.get(chunk).length();
            if (left < rows) {
                return new Place(chunk, left);
            }
            left -= rows;
        }
        throw new IndexException("column \"" + field.name() + "\": row " + i + " of " + length());
    }

    /**
     * The rows as one array, nothing copied: where there is one chunk.
     *
     * @throws ZeroCopyException where there are more, or none; names the bytes that one array would copy
     */
    public NdArray asNdArray() {
        if (chunks.size() == 1) {
            return chunks.getFirst().asNdArray();
        }
        int itemsize = field.dtype().map(io.arrayport.core.dtype.DType::itemsize).orElse(0);
        throw new ZeroCopyException("column \"" + field.name() + "\" lies in " + chunks.size() + " chunks, so that it "
                + "cannot be used as one array without a copy: take the chunks one by one, or toNdArray(), which "
                + "copies " + (itemsize == 0 ? "them" : length() * itemsize + " bytes"));
    }

    /**
     * The rows as one new array that the caller owns, copied, which is a JFR event.
     *
     * @throws ZeroCopyException where a chunk has nulls, or no array has such elements
     */
    public NdArray toNdArray() {
        if (chunks.isEmpty()) {
            throw new ZeroCopyException("column \"" + field.name() + "\" has no chunks: np.zeros makes an empty array");
        }
        List<NdArray> arrays = new ArrayList<>();
        List<NdArray> copies = new ArrayList<>();
        try {
            for (ArrowColumn chunk : chunks) {
                if (field.dtype().isPresent()) {
                    arrays.add(chunk.asNdArray());
                } else {
                    copies.add(chunk.toNdArray());
                    arrays.add(copies.getLast());
                }
            }
            NdArray whole = np.concatenate(arrays);
            CopyEvent.emit("array of chunked column \"" + field.name() + "\"", "it lies in " + chunks.size()
                    + " chunks", whole.nbytes());
            return whole;
        } finally {
            copies.forEach(NdArray::close);
        }
    }
}
