"""An engine that runs an answer, judges it, says why it is wrong, and moves sliders, for any course."""
