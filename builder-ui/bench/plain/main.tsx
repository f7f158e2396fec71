import { ReactFlow, useEdgesState, useNodesState, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';

/** React Flow as its guide begins, with as many nodes: what the designer is measured beside. */
const count = Number(new URLSearchParams(location.search).get('nodes') ?? '200');
const ROWS = 4;
const initialNodes: Node[] = Array.from({ length: count }, (_, index) => ({
  id: String(index),
  position: { x: Math.floor(index / ROWS) * 264, y: (index % ROWS) * 260 },
  data: { label: `Etapa ${index + 1}` },
}));
const initialEdges: Edge[] = Array.from({ length: Math.max(0, count - ROWS) }, (_, index) => ({
  id: `e${index}`,
  source: String(index),
  target: String(index + ROWS),
}));

function Plain() {
  const [nodes, , onNodesChange] = useNodesState(initialNodes);
  const [edges, , onEdgesChange] = useEdgesState(initialEdges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.05}
      defaultViewport={{ x: 100, y: 100, zoom: 0.86 }}
    />
  );
}

createRoot(document.getElementById('root')!).render(<Plain />);
