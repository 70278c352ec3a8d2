import QtQuick
import QtTest
import Remise

/// A machine on a bench as the stations show it.
TestCase {
    id: test

    name: "benches"
    width: 800
    height: 600
    visible: true
    when: windowShown

    Component {
        id: tile

        BenchTile {
            width: 350
            height: 170
            words: ({"bench.no_code": "pas encore de code"})
        }
    }

    function machine(more: var): var {
        return Object.assign({"report": "one", "code": "", "name": "ThinkPad T480", "detail": "banc 3", "sign": "wait",
                              "icon": "qrcode", "word": "Attend un scan", "needs": "", "permil": -1}, more)
    }

    /// Every text that can be seen in it.
    function textsIn(item: var): var {
        if (!item.visible) return []
        const own = item instanceof Text && item.text !== "" ? [item.text] : []
        return Array.from(item.children).reduce((texts, child) => texts.concat(textsIn(child)), own)
    }

    function test_it_says_what_it_is_what_it_does_and_what_hands_are_for() {
        const shown = createTemporaryObject(tile, test, {"bench": machine({"needs": "Scanne la machine", "needsIcon": "scan"})})
        compare(textsIn(shown), ["ThinkPad T480", "banc 3", "Attend un scan", "Scanne la machine"])
    }

    function test_its_code_comes_first_once_it_has_one() {
        const shown = createTemporaryObject(tile, test, {"bench": machine({"code": "BCDF GHJK"})})
        compare(textsIn(shown), ["BCDF GHJK", "ThinkPad T480", "Attend un scan"])
    }

    function test_without_code_and_place_it_says_that_it_has_none() {
        const shown = createTemporaryObject(tile, test, {"bench": machine({"detail": ""})})
        compare(textsIn(shown)[1], "pas encore de code")
    }

    function test_its_progress_is_said_in_time_or_percent() {
        const shown = createTemporaryObject(tile, test, {"bench": machine({"permil": 427, "left": ""})})
        compare(textsIn(shown)[3], "42\u00a0%")
        shown.bench = machine({"permil": 427, "left": "encore 12 min"})
        compare(textsIn(shown)[3], "encore 12 min")
    }

    function test_where_one_is_chosen_its_likeness_counts_and_not_what_hands_are_for() {
        const shown = createTemporaryObject(tile, test, {"choosing": true,
            "bench": machine({"needs": "Scanne la machine", "mark": "Même numéro de série"})})
        compare(textsIn(shown), ["ThinkPad T480", "Même numéro de série", "Attend un scan"])
    }

    SignalSpy { id: spy; signalName: "chosen" }

    function test_a_touch_chooses_the_machine_that_was_under_the_finger_as_it_came_down() {
        const shown = createTemporaryObject(tile, test, {"bench": machine({})})
        spy.target = shown
        spy.clear()
        mouseClick(shown)
        compare(spy.count, 1)
        compare(spy.signalArguments[0][0], "one")
        mousePress(shown)
        shown.bench = machine({"report": "another"})
        mouseRelease(shown)
        compare(spy.count, 1, "another machine has moved there")
    }
}
