package io.arrayport.core.memory;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A block went back to its owner. */
@Name("io.arrayport.Release")
@Label("Release")
@Category("Arrayport")
@Description("A block went back to its owner.")
@Enabled(false)
@StackTrace(true)
final class ReleaseEvent extends BlockEvent {}
