package io.arrayport.conformance.bench.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Gathers what becomes known of an item. */
final class RowBuilder {
    private final Item item;
    private final Map<String, Double> peers = new TreeMap<>();
    private @Nullable Sample numpy;
    private @Nullable Sample arrayport;
    private @Nullable Sample ratio;
    private @Nullable String failed;
    private int rounds;

    RowBuilder(Item item) {
        this.item = item;
    }

    void numpy(Sample times) {
        numpy = times;
    }

    void arrayport(Sample times) {
        arrayport = times;
    }

    void peer(String name, Sample times) {
        peers.put(name, times.median());
    }

    Row failed(String why) {
        failed = why;
        return end();
    }

    RowBuilder rounds(int count) {
        rounds = count;
        return this;
    }

    /** The rounds' ratios; none where NumPy has nothing like it. */
    RowBuilder ratios(List<Double> values) {
        ratio = values.isEmpty() ? null : new Sample(values);
        return this;
    }

    Row end() {
        Limits.Limit limit = Limits.of(item);
        return new Row(item.of().family(), item.of().name(), item.n(), item.dtype(), item.threads(), item.cold(),
                numpy == null ? null : numpy.median(), arrayport == null ? null : arrayport.median(),
                ratio == null ? null : ratio.median(), ratio == null ? null : ratio.low(),
                ratio == null ? null : ratio.high(), numpy == null ? null : numpy.spread(),
                arrayport == null ? null : arrayport.spread(), rounds, limit.ratio(), limit.nanos(), failed, peers);
    }
}
