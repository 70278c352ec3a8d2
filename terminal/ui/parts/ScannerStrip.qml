pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// A scanner for developers: type a code and Enter, or touch one: what the card asks for, the
/// units scanned last, the labels printed last.
Rectangle {
    id: strip

    required property Shell shell
    required property list<string> shelves
    readonly property var words: shell.words
    /// As many as stand beside the field.
    readonly property int most: 6
    readonly property var codes: {
        const asked = shell.work.wantedCode !== "" ? [shell.work.wantedCode] : shell.work.wantsShelf ? [...shelves] : []
        return [...new Set([...asked, ...shell.scannedUnits, ...shell.printedCodes])].slice(0, most)
    }

    color: Tokens.nightGround

    Row {
        anchors { fill: parent; leftMargin: 32; rightMargin: 32 }
        spacing: 24

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "barcode"
            colour: Tokens.nightText
            side: 28
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 340
            height: 32
            radius: 4
            color: "transparent"
            border { width: input.typing ? 2 : 1; color: input.typing ? Tokens.nightTeal : Tokens.nightLine }

            TextInput {
                id: input

                /// A person has clicked here: the keys are no scanner's.
                property bool typing: false

                anchors { fill: parent; leftMargin: 10; rightMargin: 10 }
                focus: true
                verticalAlignment: TextInput.AlignVCenter
                color: Tokens.nightText
                font.pixelSize: 18
                clip: true
                onActiveFocusChanged: typing = typing && activeFocus
                onAccepted: {
                    strip.shell.scan(text)
                    clear()
                }

                TapHandler { onTapped: input.typing = true }
            }

            Text {
                anchors { fill: parent; leftMargin: 10; rightMargin: 10 }
                verticalAlignment: Text.AlignVCenter
                visible: input.text === ""
                text: strip.words["scanner.hint"]
                color: Tokens.nightText
                opacity: 0.6
                font.pixelSize: 18
            }
        }

        Repeater {
            model: strip.codes

            Text {
                id: code

                required property string modelData

                anchors.verticalCenter: parent.verticalCenter
                text: modelData
                color: Tokens.nightTeal
                font.pixelSize: 18

                TapHandler { onTapped: strip.shell.scan(code.modelData) }
            }
        }
    }
}
