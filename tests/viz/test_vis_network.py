from __future__ import annotations

from graphkit.viz.vis_network import Network, network_options, vis_script


def test_the_script_is_whole_and_fit_to_stand_inline() -> None:
    script = vis_script()
    assert "vis-network" in script[:100]
    assert "MIT" in script[:1000]
    assert "</script" not in script.lower()
    assert "<!--" not in script
    assert "\r" not in script
    assert "sourceMappingURL" not in script


def test_options_have_no_physics_and_no_editor() -> None:
    network = Network(directed=True)
    network.toggle_physics(status=False)
    options = network_options(network)
    assert options["physics"] == {"enabled": False}
    assert options["layout"] == {"improvedLayout": False, "randomSeed": 1}
    assert "configure" not in options
