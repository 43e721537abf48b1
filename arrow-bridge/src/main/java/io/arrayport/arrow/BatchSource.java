package io.arrayport.arrow;

import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.NdArray;

/** A column of a mapped file. */
record BatchSource(Batch batch, String column) implements Source {
    @Override
    public String name() {
        return "Arrow file column \"" + column + "\"";
    }

    @Override
    public NdArray open() {
        return batch.column(column);
    }
}
