package io.arrayport.arrow;

import java.util.Optional;

import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/**
 * A column of a mapped file as an import with a life of its own: closing the array ends access to the column only, and
 * keeps the mapping for as long as it is open, whatever becomes of the table.
 */
record BatchSource(Batch batch, String column) implements Source {
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
        NdArray view = batch.column(column);
        Lease mapping = view.storage().lease(name());
        try {
            Storage own = Storage.foreign(name(), view.address(), view.nbytes(), view.device(), view.storage().access(),
                    mapping::close);
            return NdArray.of(own, view.dtype(), Layout.contiguous(view.shape(), view.itemsize()));
        } catch (RuntimeException | Error refused) {
            mapping.close();
            throw refused;
        }
    }
}
