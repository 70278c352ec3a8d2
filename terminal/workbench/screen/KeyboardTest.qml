import QtQuick
import Remise

/// A picture of the keys: each lights up once it was pressed. By itself it is good when all plain keys were seen.
Item {
    id: test

    required property BenchProgram bench
    property var seen: ({})
    property int lastCode: 0
    property int times: 0
    readonly property var rows: bench.language === "fr" ? azerty : qwerty
    readonly property int side: 64
    /// Five times the same key: for whoever has no pointer and no touch.
    readonly property int timesToStop: 5

    // Codes of Linux (input-event-codes.h), so that the layout that is set does not matter: [code, letters or @picture,
    // width, plain].
    readonly property var azerty: [
        first,
        [[41, "²", 1, true]].concat(run(2, "&é\"'(-è_çà)="), [[14, "@backspace", 2, true]]),
        [[15, "Tab", 1.5, true]].concat(run(16, "AZERTYUIOP^$"), [[28, "Entrée", 1.5, true]]),
        [[58, "Verr", 1.75, true]].concat(run(30, "QSDFGHJKLMù"), [[43, "*", 1, true], [28, "Entrée", 1.25, true]]),
        [[42, "Maj", 1.25, true], [86, "<", 1, true]].concat(run(44, "WXCVBN,;:!"), [[54, "Maj", 2.75, true]]),
        last]
    readonly property var qwerty: [
        first,
        run(41, "`").concat(run(2, "1234567890-="), [[14, "@backspace", 2, true]]),
        [[15, "Tab", 1.5, true]].concat(run(16, "QWERTYUIOP[]"), [[43, "\\", 1.5, true]]),
        [[58, "Caps", 1.75, true]].concat(run(30, "ASDFGHJKL;'"), [[28, "Enter", 2.25, true]]),
        [[42, "Shift", 2.25, true]].concat(run(44, "ZXCVBNM,./"), [[54, "Shift", 2.75, true]]),
        last]
    // Keys that a firmware may keep for itself, or that not every machine has, are seen but not waited for.
    readonly property var first: [[1, "Esc", 1, true]].concat(
        [59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 87, 88].map((code, i) => [code, "F" + (i + 1), 1, false]), [[111, bench.language === "fr" ? "Suppr" : "Del", 2, false]])
    readonly property var last: [[29, "Ctrl", 1.5, true], [125, "Win", 1, false], [56, "Alt", 1.25, true], [57, "", 5, true],
        [100, "Alt", 1.25, true], [97, "Ctrl", 1, false], [105, "@chevron-left", 1, true], [103, "@chevron-up", 1, true], [108, "@chevron-down", 1, true], [106, "@chevron-right", 1, true]]

    signal answered(string result, string defect)

    function run(code: int, letters: string): var {
        return Array.from(letters).map((letter, i) => [code + i, letter, 1, true]);
    }

    function pressed(code: int) {
        times = code === lastCode ? times + 1 : 1;
        lastCode = code;
        seen = Object.assign({}, seen, { [code]: true });
        if (rows.every(row => row.every(key => !key[3] || seen[key[0]]))) answered("pass", "");
        else if (times === timesToStop) answered("fail", "dead_key");
    }

    Keys.onPressed: event => {
        if (!event.isAutoRepeat) test.pressed(event.nativeScanCode - 8);
        event.accepted = true;
    }

    Column {
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top }
        spacing: 6

        Repeater {
            model: test.rows

            Row {
                id: row

                required property var modelData

                spacing: 6

                Repeater {
                    model: row.modelData

                    Rectangle {
                        id: key

                        required property var modelData
                        readonly property string picture: modelData[1].startsWith("@") ? modelData[1].slice(1) : ""
                        readonly property bool isSeen: test.seen[modelData[0]] === true

                        width: test.side * modelData[2] + 6 * (modelData[2] - 1)
                        height: test.side
                        radius: 8
                        color: isSeen ? Tokens.go : Tokens.paper
                        border { width: modelData[3] ? 3 : 1; color: isSeen ? Tokens.go : modelData[3] ? Tokens.ink : Tokens.line }

                        Icon {
                            anchors.centerIn: parent
                            name: key.picture
                            colour: key.isSeen ? "#FFFFFF" : Tokens.ink
                            side: 36
                        }

                        Text {
                            anchors.centerIn: parent
                            text: key.picture === "" ? key.modelData[1] : ""
                            color: key.isSeen ? "#FFFFFF" : key.modelData[3] ? Tokens.ink : Tokens.muted
                            font { pixelSize: key.modelData[1].length > 3 ? 20 : 26; bold: key.isSeen }
                        }
                    }
                }
            }
        }
    }

    Text {
        anchors { left: parent.left; right: choices.left; rightMargin: 32; verticalCenter: choices.verticalCenter }
        text: test.bench.word("bench.hands.five_times")
        color: Tokens.muted
        font.pixelSize: 28
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.WordWrap
    }

    HandChoices {
        id: choices

        hasNumbers: false
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        bench: test.bench
        answers: [{ word: "bench.defect.dead_key", icon: "keyboard-off", tone: "stop", result: "fail", defect: "dead_key" }]
        onChosen: (result, defect) => test.answered(result, defect)
    }
}
