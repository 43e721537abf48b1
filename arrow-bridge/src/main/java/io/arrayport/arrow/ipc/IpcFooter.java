package io.arrayport.arrow.ipc;

import java.util.List;

/**
 * What there is in a file or stream: the schema, and where each batch lies. Every block lies inside.
 *
 * @param dictionaries where each dictionary batch lies, in the order of the footer or stream
 * @param known how many of the dictionaries count for each record batch: in a file all, in a stream those before it
 */
public record IpcFooter(IpcSchema schema, List<IpcBlock> batches, List<IpcBlock> dictionaries, List<Integer> known) {
    /** Copies the lists. */
    public IpcFooter {
        batches = List.copyOf(batches);
        dictionaries = List.copyOf(dictionaries);
        known = List.copyOf(known);
    }
}
