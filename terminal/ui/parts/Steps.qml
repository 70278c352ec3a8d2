pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// The way of a unit: a dot for each step; words for the one before, the present one and the one after.
Row {
    id: way

    property var steps: []
    readonly property int now: steps.findIndex(step => step["state"] === "now")

    spacing: 10

    Repeater {
        model: way.steps

        Row {
            id: step

            required property var modelData
            required property int index
            readonly property string state: modelData["state"]
            readonly property bool told: way.now < 0 ? index >= way.steps.length - 3 : Math.abs(index - way.now) <= 1

            height: 40
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "chevron-right"
                visible: step.index > 0
                colour: Tokens.line
                side: 20
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: word.visible ? word.implicitWidth + 28 : 26
                height: word.visible ? 40 : 26
                radius: height / 2
                color: step.state === "now" ? Tokens.sun : "transparent"
                border.width: word.visible ? 0 : 2
                border.color: step.state === "done" ? Tokens.go : Tokens.line

                Icon {
                    anchors.centerIn: parent
                    visible: !word.visible && step.state === "done"
                    name: "check"
                    colour: Tokens.go
                    side: 18
                }

                Said {
                    id: word

                    anchors.centerIn: parent
                    visible: step.told
                    text: (step.state === "done" ? "✓ " : "") + step.modelData["word"]
                    strong: step.state === "now"
                    color: step.state === "done" ? Tokens.go : step.state === "now" ? Tokens.ink : Tokens.muted
                }
            }
        }
    }
}
