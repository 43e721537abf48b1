package io.arrayport.arrow;

import java.util.Optional;

import io.arrayport.arrow.column.ImportedArray;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.NdArray;

/**
 * A column of a mapped file as an import with a life of its own: closing the array ends access to the column only, and
 * keeps the mapping for as long as it is open, whatever becomes of the table.
 */
record BatchSource(Batch batch, String column, CopyPolicy policy) implements Source {
    @Override
    public String name() {
        return "Arrow file column \"" + column + "\"";
    }

    @Override
    public Optional<ExchangePlan> plan() {
        return Optional.of(ExchangePlan.byOpening(this));
    }

    @Override
    public NdArray open() {
        return ImportedArray.of(batch.toArrowColumn(column, policy));
    }
}
