package io.arrayport.conformance.fuzz;

import java.util.List;

import io.arrayport.interop.cli.CommandProvider;

/** Adds {@code fuzz} to the command line. */
public final class FuzzCommands implements CommandProvider {
    /** For ServiceLoader. */
    public FuzzCommands() {}

    @Override
    public List<Object> commands() {
        return List.of(new FuzzCommand());
    }
}
