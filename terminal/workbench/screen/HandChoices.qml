import QtQuick
import Remise

/// Large answers beside each other, one touch or one key (1, 2, 3…) each.
Row {
    id: choices

    required property BenchProgram bench
    /// [{word, icon, tone, result, defect, isOff}]. What is off cannot be said yet; its number stays its own.
    required property var answers
    property bool hasNumbers: true

    signal chosen(string result, string defect)

    /// What a key means here; false when it means nothing.
    function press(number: int): bool {
        if (number < 1 || number > answers.length) return false;
        const answer = answers[number - 1];
        if (answer.isOff ?? false) return false;
        chosen(answer.result, answer.defect ?? "");
        return true;
    }

    /// Old machines' screens are small.
    function shareOf(width: real): real {
        return (width - (answers.length - 1) * spacing) / answers.length;
    }

    spacing: 32

    Repeater {
        model: choices.answers

        Rectangle {
            id: button

            required property var modelData
            required property int index

            width: Math.min(choices.answers.length > 3 ? 270 : 360, choices.shareOf(choices.parent.width))
            height: 190
            radius: 16
            color: States.colourOf(modelData.tone)
            opacity: modelData.isOff ?? false ? 0.3 : 1

            Column {
                anchors.centerIn: parent
                width: parent.width - 32
                spacing: 8

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: button.modelData.icon
                    colour: "#FFFFFF"
                    side: 84
                }

                Text {
                    width: parent.width
                    text: choices.bench.word(button.modelData.word)
                    color: "#FFFFFF"
                    font { pixelSize: 30; bold: true }
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.WordWrap
                }
            }

            Text {
                anchors { left: parent.left; top: parent.top; margins: 14 }
                visible: choices.hasNumbers
                text: button.index + 1
                color: "#FFFFFF"
                font { pixelSize: 28; bold: true }
            }

            TapHandler {
                onTapped: choices.press(button.index + 1)
            }
        }
    }
}
