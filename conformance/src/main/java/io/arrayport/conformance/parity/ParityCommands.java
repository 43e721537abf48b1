package io.arrayport.conformance.parity;

import java.util.List;

import io.arrayport.interop.cli.CommandProvider;

/** Adds {@code parity} to the command line. */
public final class ParityCommands implements CommandProvider {
    /** For ServiceLoader. */
    public ParityCommands() {}

    @Override
    public List<Object> commands() {
        return List.of(new ParityCommand());
    }
}
