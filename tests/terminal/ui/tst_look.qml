import QtQuick
import QtTest
import Remise

/// What is promised to eyes and gloves.
TestCase {
    id: test

    name: "look"
    width: 800
    height: 600
    visible: true
    when: windowShown

    Component {
        id: said

        Said { text: "Appuie sur toutes les touches." }
    }

    Component {
        id: sign

        StateSign {}
    }

    Component {
        id: button

        BottomButton {
            width: 200
            label: "Aide"
            icon: "help"
        }
    }

    function test_no_text_is_smaller_than_24() {
        verify(createTemporaryObject(said, test).font.pixelSize >= 24)
    }

    function test_a_target_is_15_millimetres_high() {
        verify(createTemporaryObject(button, test).height >= 90)
    }

    function test_every_state_has_a_shape_of_its_own_data() {
        return ["go", "wait", "stop", "info"].map(name => ({"tag": name}))
    }

    function test_every_state_has_a_shape_of_its_own(data) {
        const item = createTemporaryObject(sign, test, {"sign": data.tag})
        compare(item.name, "state-" + data.tag)
        compare(item.status, Image.Ready)
        verify(item.visible)
    }

    function contrast(front: color, back: color): real {
        const light = c => 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b)
        const pair = [light(front), light(back)].sort((a, b) => b - a)
        return (pair[0] + 0.05) / (pair[1] + 0.05)
    }

    function linear(part: real): real {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4)
    }

    function test_words_stand_out_from_what_is_behind_them() {
        for (const front of [Tokens.ink, Tokens.muted, Tokens.teal, Tokens.go, Tokens.stop, Tokens.info, Tokens.wait]) {
            verify(contrast(front, Tokens.paper) >= 4.5, front)
        }
        verify(contrast(Tokens.stop, Qt.color("#FBEBEA")) >= 4.5)
        verify(contrast(Tokens.go, Qt.color("#E8F3EB")) >= 4.5)
        verify(contrast(Tokens.ink, Tokens.sun) >= 7)
    }
}
