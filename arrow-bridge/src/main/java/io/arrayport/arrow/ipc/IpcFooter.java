package io.arrayport.arrow.ipc;

import java.util.List;

/**
 * What the end of a file says of the rest: the schema, and where each record batch lies. Every block lies between the
 * leading magic and the footer.
 */
public record IpcFooter(IpcSchema schema, List<IpcBlock> batches) {
    /** Copies the list. */
    public IpcFooter {
        batches = List.copyOf(batches);
    }
}
