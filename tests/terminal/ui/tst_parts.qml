import QtQuick
import QtTest
import Remise

/// The pieces that cards are made of, touched as a finger would.
TestCase {
    id: test

    name: "parts"
    width: 800
    height: 600
    visible: true
    when: windowShown

    Component {
        id: tile

        AnswerTile {
            width: 300
            height: 200
            label: "Tout est bon"
            icon: "thumb-up"
            sign: "go"
        }
    }

    Component {
        id: action

        MainAction {
            width: 300
            height: 96
            label: "C'est tout"
            icon: "check"
        }
    }

    Component {
        id: steps

        Steps { width: 700 }
    }

    Component {
        id: refusal

        RefusalCard {
            width: 700
            height: 400
            refusal: ({"text": "C'est une autre machine. Prends la machine BCDF GHJR."})
            words: ({"refusal.close": "J'ai compris"})
        }
    }

    SignalSpy { id: touches }

    function test_a_touch_anywhere_on_an_answer_answers() {
        const item = createTemporaryObject(tile, test)
        touches.target = item
        touches.signalName = "touched"
        touches.clear()
        mouseClick(item, 10, 190)
        mouseClick(item, 290, 10)
        compare(touches.count, 2)
    }

    function test_a_finger_that_slides_away_changes_its_mind() {
        const item = createTemporaryObject(tile, test)
        touches.target = item
        touches.signalName = "touched"
        touches.clear()
        mousePress(item, 100, 100)
        mouseMove(item, 500, 400)
        mouseRelease(item, 500, 400)
        compare(touches.count, 0)
    }

    function test_what_cannot_be_done_yet_does_not_answer() {
        const item = createTemporaryObject(action, test, {"enabled": false})
        touches.target = item
        touches.signalName = "touched"
        touches.clear()
        mouseClick(item)
        compare(touches.count, 0)
    }

    function test_a_refusal_goes_away_when_it_is_touched() {
        const item = createTemporaryObject(refusal, test)
        touches.target = item
        touches.signalName = "settled"
        touches.clear()
        mouseClick(item)
        compare(touches.count, 1)
    }

    function test_the_present_step_stands_out_between_its_neighbours() {
        const way = ["trié", "testé", "à effacer", "gradé", "nettoyé"].map((word, index) => (
            {"word": word, "state": index < 2 ? "done" : index === 2 ? "now" : "later"}))
        const item = createTemporaryObject(steps, test, {"steps": way})
        compare(item.now, 2)
        verify(item.implicitWidth < item.width)
    }
}
