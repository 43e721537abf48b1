package io.arrayport.interop.demo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;

/**
 * Whether a model left its inputs as they were. torch has no read-only tensors, and its in-place functions would change
 * the mapped rows under everybody who looks at them in this process, though not the file.
 */
final class Untouched {
    private final List<NdArray> inputs;
    private final List<Long> sums;

    /** @param inputs contiguous columns, as they are before the model runs */
    Untouched(List<NdArray> inputs) {
        this.inputs = inputs;
        this.sums = sums(inputs);
    }

    /** @throws ZeroCopyException if the model wrote into one of them */
    void require(List<String> names) {
        List<Long> now = sums(inputs);
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(sums.get(i))) {
                throw new ZeroCopyException("predict: the model wrote into its input \"" + names.get(i)
                        + "\"; the file is as it was, but its rows are not what they say: give such a model a copy,"
                        + " to(torch(manager), CopyPolicy.ALWAYS), or mend it");
            }
        }
    }

    private static List<Long> sums(List<NdArray> columns) {
        List<Long> sums = new ArrayList<>();
        for (NdArray column : columns) {
            column.storage().acquire();
            try {
                ByteBuffer bytes = Memory.segment(column.address(), column.nbytes()).asByteBuffer();
                CRC32C sum = new CRC32C();
                sum.update(bytes);
                sums.add(sum.getValue());
            } finally {
                column.storage().release();
            }
        }
        return sums;
    }
}
