/// The console of people who run agents: the files of its program, which `console/` in the project
/// is the source of. Everything it shows it asks the API.
@NullMarked
package dev.parley.console;

import org.jspecify.annotations.NullMarked;
