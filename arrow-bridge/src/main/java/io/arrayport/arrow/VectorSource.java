package io.arrayport.arrow;

import java.util.Optional;

import io.arrayport.arrow.column.ImportedArray;
import io.arrayport.arrow.vector.VectorColumns;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.vector.FieldVector;

/** The values of a vector as an array with a life of its own. */
record VectorSource(FieldVector vector) implements Source {
    @Override
    public String name() {
        return VectorColumns.origin(vector) + " \"" + vector.getName() + "\"";
    }

    @Override
    public Optional<ExchangePlan> plan() {
        return Optional.of(ExchangePlan.byOpening(this));
    }

    @Override
    public NdArray open() {
        return ImportedArray.of(VectorColumns.of(vector, null));
    }
}
