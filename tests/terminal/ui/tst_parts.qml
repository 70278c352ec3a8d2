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

    Component {
        id: help

        HelpCard {
            width: 712
            height: 376
            words: ({"help.close": "J'ai compris", "help.leader": "Montre cet écran à ton encadrant."})
        }
    }

    Component {
        id: printer

        PrinterRow { width: 520 }
    }

    Component {
        id: preview

        PreviewCard {
            picture: "image://icons/printer/000000"
            label: "C'est bon"
        }
    }

    SignalSpy { id: touches }

    /// Words and pictures that are to be seen, and where.
    function shown(item: Item, among: Item): list<var> {
        const pieces = []
        const gather = one => {
            const isPiece = (one.wrapMode !== undefined && one.text !== "") || one.side !== undefined
            if (one.visible && isPiece)
                pieces.push({"what": one.text ?? one.name, "place": one.mapToItem(among, 0, 0, one.width, one.height)})
            else if (one.visible)
                Array.from(one.children).forEach(gather)
        }
        gather(item)
        return pieces
    }

    function verifyNothingOverlaps(card: Item) {
        waitForRendering(card)
        const pieces = shown(card, card)
        verify(pieces.length >= 3)
        for (const [index, one] of pieces.entries()) {
            verify(one.place.y >= 0 && one.place.y + one.place.height <= card.height, one.what + " is inside")
            for (const other of pieces.slice(index + 1)) {
                const apart = one.place.y + one.place.height <= other.place.y
                    || other.place.y + other.place.height <= one.place.y
                    || one.place.x + one.place.width <= other.place.x
                    || other.place.x + other.place.width <= one.place.x
                verify(apart, one.what + " lies over " + other.what)
            }
        }
    }

    // What is left under the unit's code at 1280 × 800, with the strip at the bottom; 1920 × 1080 is wider.
    function test_no_word_of_a_refusal_lies_over_another_data() {
        const three = "La demande 2026-00016 n'est pas encore acceptée. Demande à l'encadrant."
        const wordy = "XXLK CBPN. On ne sait pas si XXLK CBPN a un disque. Fais l'inventaire, ou confirmez à deux qu'il n'y en a pas."
        const again = "Recommencer cette machine"
        return [
            {"tag": "three lines and anew", "width": 712, "refusal": {"text": three, "again": again}},
            {"tag": "long and anew", "width": 712, "refusal": {"text": wordy, "again": again}},
            {"tag": "three lines and a station", "width": 712, "refusal": {"text": three, "expected": "apps", "expectedText": "Nettoyage"}},
            {"tag": "a large screen", "width": 826, "refusal": {"text": three, "again": again}}]
    }

    function test_no_word_of_a_refusal_lies_over_another(data) {
        verifyNothingOverlaps(createTemporaryObject(refusal, test, {"width": data.width, "height": 376, "refusal": data.refusal}))
    }

    function test_no_word_of_help_lies_over_another() {
        verifyNothingOverlaps(createTemporaryObject(help, test, {"text":
            "La personne qui donne la machine connaît parfois le mot de passe. Demande à l'encadrant avant de continuer."}))
    }

    function test_no_word_of_a_printer_lies_over_another() {
        verifyNothingOverlaps(createTemporaryObject(printer, test, {"printer": {
            "name": "Zebra Technologies ZTC ZD421-203dpi ZPL", "word": "Étiquette à chercher", "icon": "tag-off",
            "sign": "stop", "detail": "XXQJ200700123-and-more-than-fits-into-a-row"}}))
    }

    function test_a_dot_of_a_label_is_a_whole_number_of_pixels_on_every_screen_data() {
        return [{"tag": "1280", "width": 712, "height": 568, "enlargement": 1},
                {"tag": "1920", "width": 712, "height": 568, "enlargement": 1.35},
                {"tag": "crowded", "width": 120, "height": 300, "enlargement": 1}]
    }

    function test_a_dot_of_a_label_is_a_whole_number_of_pixels_on_every_screen(data) {
        const item = createTemporaryObject(preview, test, data)
        const pixels = item.pixelsOfADot >= 1 ? item.pixelsOfADot : 1 / item.pixelsOfADot
        fuzzyCompare(pixels, Math.round(pixels), 1e-6)
        verify(item.pixelsOfADot > 0)
    }

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
